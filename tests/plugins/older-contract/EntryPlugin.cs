using System;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

public sealed class EntryPlugin : ISmsConnectorPlugin
{
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context) => throw new NotSupportedException();
}
