using Connector.Abstractions;

namespace Connector.Runtime.Isolation;

/// <summary>A message that a worker is to send, show or look for.</summary>
internal sealed record WorkerMessage(UsageType UsageType, SmsPayload Payload)
{
    public PhoneNumber? Phone { get; init; }

    public DateTimeOffset? AttemptedAt { get; init; }

    public override string ToString() => nameof(WorkerMessage);
}
