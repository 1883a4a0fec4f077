namespace Connector.Runtime.Delivery;

/// <summary>How many messages have come how far. Each message counts once.</summary>
/// <param name="Waiting">Not sent yet, or just being sent.</param>
/// <param name="Unknown">They may have left; nobody knows yet.</param>
/// <param name="Accepted">Their provider took them; there is no receipt yet.</param>
/// <param name="Delivered">They reached the handset.</param>
/// <param name="Failed">Refused, failed, undelivered or expired.</param>
/// <param name="Canceled">Called back in time.</param>
public sealed record StatusCounts(
    long Waiting, long Unknown, long Accepted, long Delivered, long Failed, long Canceled)
{
    /// <summary>All of them.</summary>
    public long Total => Waiting + Unknown + Accepted + Delivered + Failed + Canceled;

    internal static StatusCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    internal static StatusCounts Of(IEnumerable<StatisticsCell> cells) =>
        cells.Aggregate(None, (counts, cell) => counts.With(cell.Status, cell.Count));

    private StatusCounts With(MessageStatus status, long count) => status switch
    {
        MessageStatus.Queued or MessageStatus.Sending => this with { Waiting = Waiting + count },
        MessageStatus.Unknown => this with { Unknown = Unknown + count },
        MessageStatus.Accepted or MessageStatus.Sent => this with { Accepted = Accepted + count },
        MessageStatus.Delivered => this with { Delivered = Delivered + count },
        MessageStatus.Canceled => this with { Canceled = Canceled + count },
        _ => this with { Failed = Failed + count },
    };
}
