using System;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

public sealed class EntryPlugin : ISmsConnectorPlugin
{
    public EntryPlugin() => throw new InvalidOperationException(
        "The licence of +14155550123 has run out.\n   at Secret.Place()");

    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
