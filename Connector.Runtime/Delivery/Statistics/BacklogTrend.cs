namespace Connector.Runtime.Delivery;

/// <summary>
/// Tells a backlog that grows from one that comes and goes: its lowest point must rise from each quarter of a minute to
/// the next, for over a minute. Not thread-safe.
/// </summary>
internal sealed class BacklogTrend(TimeProvider timeProvider)
{
    private const int Slices = 5;

    // One a second; less than that is no trend but a few messages.
    private const long LeastGrowth = 60;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(15);

    private readonly Queue<(long At, long Waiting)> readings = new();

    /// <summary>Adds what has just been counted.</summary>
    /// <returns>
    /// By how much the backlog has grown; zero when it hasn't all the time, or nobody has counted for long enough.
    /// </returns>
    public long Add(long waiting)
    {
        readings.Enqueue((timeProvider.GetTimestamp(), waiting));
        while (AgeOf(readings.Peek()) >= Slices)
        {
            readings.Dequeue();
        }

        var lows = readings.GroupBy(AgeOf).Select(slice => slice.Min(reading => reading.Waiting)).ToList();
        var rises = lows.Zip(lows.Skip(1), (before, after) => after > before);
        var growth = lows[^1] - lows[0];
        return lows.Count == Slices && rises.All(isRise => isRise) && growth >= LeastGrowth ? growth : 0;
    }

    private int AgeOf((long At, long Waiting) reading) => (int)(timeProvider.GetElapsedTime(reading.At) / Slice);
}
