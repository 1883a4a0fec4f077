namespace Connector.Runtime.Delivery;

/// <summary>The messages that were taken within a short time, counted.</summary>
/// <param name="From">Included.</param>
/// <param name="Until">Not included.</param>
/// <param name="ReadAt">When they were counted.</param>
/// <param name="Cells">The counts.</param>
/// <param name="Durations">How long their attempts took.</param>
internal sealed record StatisticsSlice(
    DateTimeOffset From,
    DateTimeOffset Until,
    DateTimeOffset ReadAt,
    IReadOnlyList<StatisticsCell> Cells,
    IReadOnlyList<DurationCount> Durations)
{
    // The older messages are, the less often anything becomes of them.
    private const int AgePerPause = 10;

    /// <summary>Whether nothing much can have changed since it was read.</summary>
    public bool IsGoodAt(DateTimeOffset now) =>
        ReadAt >= Until && ReadAt <= now && now - ReadAt < (now - Until) / AgePerPause;
}
