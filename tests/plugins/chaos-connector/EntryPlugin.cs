using System;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

/// <summary>Makes connectors that go wrong in the way that their configuration says.</summary>
public sealed class EntryPlugin : ISmsConnectorPlugin
{
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken)
    {
        var fault = context.Config.GetProperty("fault").GetString()!;
        return fault == "fails-to-be-created"
            ? throw new InvalidOperationException("No connector today.")
            : new(new ChaosConnector(context, fault));
    }
}
