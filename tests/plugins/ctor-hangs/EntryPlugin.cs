using System;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

public sealed class EntryPlugin : ISmsConnectorPlugin
{
    public EntryPlugin() => new ManualResetEventSlim().Wait();

    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
