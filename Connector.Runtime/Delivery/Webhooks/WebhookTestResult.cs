namespace Connector.Runtime.Delivery;

/// <summary>What came of an event that tries out a webhook.</summary>
public sealed record WebhookTestResult
{
    /// <summary>The id the event had.</summary>
    public required string EventId { get; init; }

    /// <summary>Whether the receiver took it.</summary>
    public required bool Delivered { get; init; }

    /// <summary>The receiver's HTTP status.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Why there was no status, such as <c>timeout</c>.</summary>
    public string? Error { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required double DurationMs { get; init; }
}
