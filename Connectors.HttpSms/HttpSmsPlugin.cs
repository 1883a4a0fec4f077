using System.Text.Json;
using Connector.Abstractions;

namespace Connectors.HttpSms;

/// <summary>Entry type of the plugin <c>http-sms</c>.</summary>
public sealed class HttpSmsPlugin : ISmsConnectorPlugin, IConnectorConfigValidator
{
    /// <inheritdoc/>
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        var options = context.GetConfig(HttpSmsJsonContext.Default.HttpSmsOptions);
        return ValueTask.FromResult<ISmsConnector>(new HttpSmsConnector(context, options));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConfigIssue> Validate(JsonElement config) => HttpSmsOptionsValidator.Validate(config);
}
