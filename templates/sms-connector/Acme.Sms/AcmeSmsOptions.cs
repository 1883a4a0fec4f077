using Connector.Abstractions.Templates;

namespace AcmeNamespace;

/// <summary>The configuration, as <c>config.schema.json</c> describes it.</summary>
internal sealed class AcmeSmsOptions
{
    public required string ApiKey { get; set; }

    public required string From { get; set; }

    public string ApiBaseUrl { get; set; } = "https://sms.example.com";

    public required IReadOnlyList<SmsTemplate> Templates { get; set; }

    /// <summary>The sender only: the key is a secret.</summary>
    public override string ToString() => $"{nameof(AcmeSmsOptions)} {From}";
}
