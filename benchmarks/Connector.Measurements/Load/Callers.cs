using System.Diagnostics;

namespace Connector.Measurements.Load;

/// <summary>Callers that each make one call after the other, for a time.</summary>
internal static class Callers
{
    /// <param name="calls">What each of them does.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="progress">Hears every second how many calls have ended.</param>
    public static async Task<LoadResult> RunAsync(
        IReadOnlyList<Func<Task>> calls, TimeSpan duration, Action<long> progress)
    {
        var latencies = new Latencies();
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.StartNew();
        await using var ticks = new EverySecond(() => progress(latencies.Count));
        await Task.WhenAll(calls.Select(call => Task.Run(() => CallAsync(call, started, duration, latencies))));
        return new LoadResult(
            latencies.Count, started.Elapsed, latencies, Environment.CpuUsage.TotalTime - cpu);
    }

    /// <summary>So many callers who all do the same.</summary>
    public static IReadOnlyList<Func<Task>> Same(int count, Func<Task> call) => [.. Enumerable.Repeat(call, count)];

    private static async Task CallAsync(Func<Task> call, Stopwatch clock, TimeSpan duration, Latencies latencies)
    {
        while (clock.Elapsed < duration)
        {
            var began = clock.Elapsed;
            await call();
            latencies.Add(clock.Elapsed - began);
        }
    }
}
