using Connector.Abstractions;

namespace Connector.Testing.Checks;

/// <summary>A message with invented values that occur nowhere else.</summary>
internal sealed record SampleSend(PhoneNumber Phone, UsageType UsageType, SmsPayload Payload)
{
    public string Digits => Phone.E164[1..];

    public string Code => Payload.Code!;

    // A number and a code must not get into the kit's own messages either.
    public override string ToString() => nameof(SampleSend);
}
