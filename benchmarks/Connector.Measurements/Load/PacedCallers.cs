using System.Diagnostics;

namespace Connector.Measurements.Load;

/// <summary>Calls that come at a fixed rate, whether the earlier ones have ended or not.</summary>
internal static class PacedCallers
{
    /// <param name="calls">Callers that take turns.</param>
    /// <param name="perSecond">The rate of all together.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="progress">Hears every second how many calls have ended.</param>
    public static async Task<LoadResult> RunAsync(
        IReadOnlyList<Func<Task>> calls, double perSecond, TimeSpan duration, Action<long> progress)
    {
        var latencies = new Latencies();
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.StartNew();
        await using var ticks = new EverySecond(() => progress(latencies.Count));
        var total = (int)(perSecond * duration.TotalSeconds);
        await Task.WhenAll(calls.Select((call, first) => Task.Run(async () =>
        {
            for (var number = first; number < total; number += calls.Count)
            {
                await CallAsync(call, started, TimeSpan.FromSeconds(number / perSecond), latencies);
            }
        })));
        return new LoadResult(
            latencies.Count, started.Elapsed, latencies, Environment.CpuUsage.TotalTime - cpu);
    }

    // A caller who comes late because the last call took long counts from when it was due; the timer's own lateness is
    // nobody's.
    private static async Task CallAsync(Func<Task> call, Stopwatch clock, TimeSpan due, Latencies latencies)
    {
        var wait = due - clock.Elapsed;
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, TimeProvider.System);
            due = clock.Elapsed;
        }

        await call();
        latencies.Add(clock.Elapsed - due);
    }
}
