namespace Connector.Abstractions;

/// <summary>What the host knows about the delivery of one message. Templates don't see it.</summary>
public sealed class SmsDelivery
{
    /// <summary>The host's id of the message, such as <c>msg_…</c>; the same on every attempt.</summary>
    public required string MessageId { get; init; }

    /// <summary>Which attempt to deliver the message this is, over all connectors; the first is 1.</summary>
    /// <value>1 unless set.</value>
    public int Attempt { get; init; } = 1;

    /// <summary>When the code stops being useful. A provider that can should not deliver it later.</summary>
    /// <value><see langword="null"/> when the message doesn't expire.</value>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Where the provider can post delivery receipts, reachable from the internet.</summary>
    /// <value><see langword="null"/> when the host has no public address.</value>
    public Uri? ReceiptUrl { get; init; }
}
