namespace Connector.Runtime.Delivery;

/// <summary>An event that this host is to send to a webhook now.</summary>
internal sealed record ClaimedDelivery
{
    public required string WebhookId { get; init; }

    public required string EventId { get; init; }

    /// <summary>Which time it was taken; what a later one has taken is not written any more.</summary>
    public required long Fence { get; init; }

    /// <summary>Which place in the schedule this is, from 1.</summary>
    public required int Step { get; init; }

    public required string Url { get; init; }

    public required string Body { get; init; }

    /// <summary>The sealed secrets that sign it.</summary>
    public required IReadOnlyList<byte[]> SealedSecrets { get; init; }

    public override string ToString() => $"{EventId} to {WebhookId}";
}
