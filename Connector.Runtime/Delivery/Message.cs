using Connector.Abstractions;

namespace Connector.Runtime.Delivery;

/// <summary>A message to send, read from its request.</summary>
internal sealed class Message
{
    public required PhoneNumber To { get; init; }

    public required UsageType UsageType { get; init; }

    public required SmsPayload Payload { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public MessageResult With(SendOutcome outcome, MessageAttempt attempt)
    {
        var accepted = outcome as SendOutcome.Accepted;
        return new MessageResult
        {
            Id = Id,
            To = To.ToString(),
            UsageType = UsageType.Value,
            Connector = attempt.Connector,
            Status = attempt.Outcome,
            ProviderMessageId = accepted?.ProviderMessageId,
            Segments = accepted?.Segments,
            Reason = attempt.Reason,
            ProviderCode = attempt.ProviderCode,
            Retryable = Outcomes.IsRetryable(outcome),
            CreatedAt = CreatedAt,
            ExpiresAt = ExpiresAt,
            Attempts = [attempt],
        };
    }
}
