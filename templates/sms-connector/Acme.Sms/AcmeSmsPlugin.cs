using System.Text.Json;
using Connector.Abstractions;

namespace AcmeNamespace;

/// <summary>Entry type of the plugin <c>acme-sms</c>: <c>connector.json</c> names it.</summary>
public sealed class AcmeSmsPlugin : ISmsConnectorPlugin, IConnectorConfigValidator
{
    /// <inheritdoc/>
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken)
    {
        var options = context.GetConfig(AcmeSmsJsonContext.Default.AcmeSmsOptions);
        return ValueTask.FromResult<ISmsConnector>(new AcmeSmsConnector(context, options));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConfigIssue> Validate(JsonElement config) => [.. AcmeSmsOptionsValidator.Validate(config)];
}
