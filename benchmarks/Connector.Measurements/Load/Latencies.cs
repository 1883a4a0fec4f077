using System.Numerics;
using Connector.Measurements.Reporting;

namespace Connector.Measurements.Load;

/// <summary>How long calls took, to about 3 %. Thread-safe.</summary>
internal sealed class Latencies
{
    // Up to 32 µs each microsecond counts by itself; above, each doubling is divided by 32.
    private const int Parts = 32;
    private const int PartBits = 5;

    private readonly long[] counts = new long[Parts * 40];

    public long Count => counts.Sum();

    public void Add(TimeSpan latency) =>
        Interlocked.Increment(ref counts[IndexOf(Math.Max((long)latency.TotalMicroseconds, 0))]);

    /// <returns>Zero when there was no call.</returns>
    public TimeSpan Percentile(double part)
    {
        var left = (long)Math.Ceiling(Count * part);
        for (var index = 0; index < counts.Length; index++)
        {
            left -= counts[index];
            if (left <= 0)
            {
                return TimeSpan.FromMicroseconds(LowestOf(index));
            }
        }

        return TimeSpan.MaxValue;
    }

    /// <summary>p50, p99 and p999.</summary>
    public override string ToString() =>
        $"{Text(0.5)} / {Text(0.99)} / {Text(0.999)} ms";

    private string Text(double part) => Statistics.Text(Percentile(part).TotalMilliseconds, "0.0");

    private static int IndexOf(long microseconds)
    {
        if (microseconds < Parts)
        {
            return (int)microseconds;
        }

        var shift = BitOperations.Log2((ulong)microseconds) - PartBits;
        return ((shift + 1) * Parts) + (int)(microseconds >> shift) - Parts;
    }

    private static long LowestOf(int index) => index < Parts
        ? index
        : (long)(index % Parts + Parts) << (index / Parts - 1);
}
