using System.Text.Json;
using Connector.Abstractions;
using Connectors.TwilioSms.Http;

namespace Connectors.TwilioSms;

/// <summary>Entry type of the plugin <c>twilio-sms</c>.</summary>
public sealed class TwilioSmsPlugin : ISmsConnectorPlugin, IConnectorConfigValidator
{
    /// <inheritdoc/>
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        cancellationToken.ThrowIfCancellationRequested();
        var options = context.GetConfig(TwilioSmsJsonContext.Default.TwilioSmsOptions);
        var api = new TwilioApi(context.HttpClient, options, context.TimeProvider);
        return ValueTask.FromResult<ISmsConnector>(new TwilioSmsConnector(api, options, context.Logger));
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConfigIssue> Validate(JsonElement config) => TwilioSmsOptionsValidator.Validate(config);
}
