using System.Text.Json.Serialization;
using Connector.Abstractions.Templates;

namespace Connectors.TwilioSms;

/// <summary>The connector's configuration, as <c>schemas/twilio-sms.config.schema.json</c> describes it.</summary>
internal sealed class TwilioSmsOptions
{
    [JsonPropertyName("accountSID")]
    public required string AccountSid { get; set; }

    /// <summary>Signs the receipts, and is the password unless there is an API key.</summary>
    [JsonPropertyName("authToken")]
    public string? AuthToken { get; set; }

    [JsonPropertyName("fromMessagingServiceSID")]
    public string? FromMessagingServiceSid { get; set; }

    /// <summary>A number, a short code or an alphanumeric sender.</summary>
    [JsonPropertyName("from")]
    public string? From { get; set; }

    [JsonPropertyName("apiKeySID")]
    public string? ApiKeySid { get; set; }

    [JsonPropertyName("apiKeySecret")]
    public string? ApiKeySecret { get; set; }

    [JsonPropertyName("region")]
    public string? Region { get; set; }

    [JsonPropertyName("edge")]
    public string? Edge { get; set; }

    [JsonPropertyName("disableRiskCheck")]
    public bool DisableRiskCheck { get; set; }

    [JsonPropertyName("provideFeedback")]
    public bool ProvideFeedback { get; set; }

    /// <summary>Instead of Twilio's own address, for simulators and gateways.</summary>
    [JsonPropertyName("apiBaseUrl")]
    public string? ApiBaseUrl { get; set; }

    [JsonPropertyName("templates")]
    public required IReadOnlyList<SmsTemplate> Templates { get; set; }

    /// <summary>The account only: the rest is secret or long.</summary>
    public override string ToString() => $"{nameof(TwilioSmsOptions)} {AccountSid}";
}
