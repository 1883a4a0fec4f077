namespace Connector.Runtime.Delivery;

/// <summary>How a period is cut up.</summary>
/// <param name="Period">The period.</param>
/// <param name="Bucket">What is shown by itself.</param>
/// <param name="Buckets">How many of them.</param>
/// <param name="Slice">What is read, and kept, by itself; a part of a bucket.</param>
internal sealed record PeriodLayout(StatisticsPeriod Period, TimeSpan Bucket, int Buckets, TimeSpan Slice)
{
    public static IReadOnlyList<PeriodLayout> All { get; } =
    [
        new(StatisticsPeriod.Hour, TimeSpan.FromMinutes(5), 12, TimeSpan.FromMinutes(5)),
        new(StatisticsPeriod.Day, TimeSpan.FromHours(1), 24, TimeSpan.FromMinutes(15)),
        new(StatisticsPeriod.Week, TimeSpan.FromDays(1), 7, TimeSpan.FromHours(1)),
    ];

    /// <summary>The first bucket's beginning.</summary>
    public DateTimeOffset BeginOf(DateTimeOffset now) => Floor(now, Bucket) - ((Buckets - 1) * Bucket);

    /// <summary>The beginnings of the slices up to now.</summary>
    public IEnumerable<DateTimeOffset> SlicesUntil(DateTimeOffset now)
    {
        for (var from = BeginOf(now); from <= now; from += Slice)
        {
            yield return from;
        }
    }

    private static DateTimeOffset Floor(DateTimeOffset instant, TimeSpan unit) =>
        new(instant.UtcTicks - (instant.UtcTicks % unit.Ticks), TimeSpan.Zero);
}
