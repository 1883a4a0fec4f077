using Connector.Abstractions;

namespace Connectors.HttpSms.Requests;

/// <summary>What the placeholders of a request take their values from.</summary>
/// <param name="Options">The configuration.</param>
/// <param name="Phone">The recipient.</param>
/// <param name="UsageType">Why the message is sent.</param>
/// <param name="Payload">As the host gave it.</param>
/// <param name="Text">The message; <see langword="null"/> when the provider writes it.</param>
/// <param name="ValiditySeconds">How long the code stays useful.</param>
internal sealed record MessageValues(
    HttpSmsOptions Options,
    PhoneNumber Phone,
    UsageType UsageType,
    SmsPayload Payload,
    string? Text,
    int ValiditySeconds)
{
    // A record prints every member; a text or secret must never reach a log that way.
    public override string ToString() => nameof(MessageValues);
}
