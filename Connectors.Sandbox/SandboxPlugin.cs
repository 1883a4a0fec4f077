using System.Text.Json;
using Connector.Abstractions;

namespace Connectors.Sandbox;

/// <summary>Entry type of the plugin <c>sandbox</c>.</summary>
public sealed class SandboxPlugin : ISmsConnectorPlugin, IConnectorConfigValidator
{
    /// <inheritdoc/>
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        var options = context.GetConfig(SandboxJsonContext.Default.SandboxOptions);
        return ValueTask.FromResult<ISmsConnector>(new SandboxConnector(context, options));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConfigIssue> Validate(JsonElement config) => SandboxOptionsValidator.Validate(config);
}
