namespace Connector.Runtime.Delivery;

/// <summary>One event on its way to one webhook.</summary>
public sealed record WebhookDelivery
{
    /// <summary>The event's id, <c>evt_</c> and a UUIDv7: what the receiver sees as <c>webhook-id</c>.</summary>
    public required string EventId { get; init; }

    /// <summary>The kind of event, such as <c>message.delivered</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The message that it tells of.</summary>
    public required string MessageId { get; init; }

    /// <summary><c>pending</c>, <c>delivered</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>How often it has been sent.</summary>
    public required int Attempts { get; init; }

    /// <summary>The receiver's last HTTP status.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Why the last attempt had no status, such as <c>timeout</c>.</summary>
    public string? Error { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last sent.</summary>
    public DateTimeOffset? AttemptedAt { get; init; }

    /// <summary>When it is sent next; missing when it isn't.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }
}
