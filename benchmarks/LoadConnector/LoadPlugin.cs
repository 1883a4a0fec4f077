using Connector.Abstractions;

namespace LoadConnector;

/// <summary>Entry type of the plugin <c>load</c>.</summary>
public sealed class LoadPlugin : ISmsConnectorPlugin
{
    /// <inheritdoc/>
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var latency = context.Config.TryGetProperty("latencyMs", out var value)
            ? TimeSpan.FromMilliseconds(value.GetInt32())
            : TimeSpan.Zero;
        return ValueTask.FromResult<ISmsConnector>(new InstantConnector(latency, context.TimeProvider));
    }
}
