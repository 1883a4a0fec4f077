using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

/// <summary>Makes connectors that go wrong in the way that their configuration says.</summary>
public sealed class EntryPlugin : ISmsConnectorPlugin
{
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken) =>
        new(new ChaosConnector(context, context.Config.GetProperty("fault").GetString()!));
}
