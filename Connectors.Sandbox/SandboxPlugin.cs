using System.Text.Json;
using Connector.Abstractions;
using Connectors.Sandbox.Inbox;

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
        var inbox = new InboxFile(context.DataDirectory, options.KeepMessages, context.TimeProvider);
        return ValueTask.FromResult<ISmsConnector>(
            new SandboxConnector(inbox, options, context.TimeProvider, context.Logger));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConfigIssue> Validate(JsonElement config) => SandboxOptionsValidator.Validate(config);
}
