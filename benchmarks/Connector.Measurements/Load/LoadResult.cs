namespace Connector.Measurements.Load;

/// <summary>What a load has brought.</summary>
/// <param name="Count">Calls that ended.</param>
/// <param name="Elapsed">In which time.</param>
/// <param name="Latencies">How long each took.</param>
/// <param name="Cpu">What this process used of the processor.</param>
internal sealed record LoadResult(long Count, TimeSpan Elapsed, Latencies Latencies, TimeSpan Cpu)
{
    public double PerSecond => Count / Elapsed.TotalSeconds;
}
