using System.Globalization;
using System.Text;

namespace Connector.Runtime.Delivery;

/// <summary>Rounds durations in the database, so that a few numbers stand for all attempts of some time.</summary>
internal static class Durations
{
    private const long Digits = 100;

    private const long Longest = 10_000_000_000;

    /// <summary>SQL that rounds <c>duration_us</c> down to two digits: whole numbers divide so.</summary>
    public static string RoundedSql { get; } = WriteSql();

    /// <returns><see langword="null"/> for no attempts.</returns>
    public static LatencyPercentiles? Summarize(IEnumerable<DurationCount> counts)
    {
        var sorted = counts.OrderBy(count => count.Microseconds).ToList();
        var attempts = sorted.Sum(count => count.Count);
        return attempts == 0
            ? null
            : new LatencyPercentiles(
                attempts, At(sorted, attempts, 50), At(sorted, attempts, 95), At(sorted, attempts, 99));
    }

    private static TimeSpan At(List<DurationCount> sorted, long attempts, long percent)
    {
        // The number of the attempt that is as slow as the others up to it: rounded up.
        var wanted = ((attempts * percent) + 99) / 100;
        foreach (var count in sorted)
        {
            wanted -= count.Count;
            if (wanted <= 0)
            {
                return TimeSpan.FromMicroseconds(count.Microseconds + (StepAt(count.Microseconds) / 2.0));
            }
        }

        throw new InvalidOperationException("There are fewer attempts than counted.");
    }

    private static long StepAt(long microseconds)
    {
        var step = 1L;
        while (step * Digits <= microseconds && step * Digits < Longest)
        {
            step *= 10;
        }

        return step == 1 ? 0 : step;
    }

    private static string WriteSql()
    {
        var sql = new StringBuilder("CASE");
        var step = 1L;
        for (; step * Digits < Longest; step *= 10)
        {
            sql.Append(
                CultureInfo.InvariantCulture,
                $" WHEN duration_us < {step * Digits} THEN duration_us / {step} * {step}");
        }

        return sql.Append(CultureInfo.InvariantCulture, $" ELSE duration_us / {step} * {step} END").ToString();
    }
}
