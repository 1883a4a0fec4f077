using System.Diagnostics;
using Connector.Measurements.Reporting;

namespace Connector.Measurements.Load;

/// <summary>
/// A backlog that a starting engine finds, with a provider that takes 50 ms and 500 messages in flight.
/// </summary>
internal static class DrainMeasurement
{
    private const double Ideal = 10_000;

    private static readonly TimeSpan ProviderTime = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine line)
    {
        using var folder = new TemporaryFolder();
        using var deliveries = new DeliveryCounter();
        using var progress = new LoadProgress(line, "drain");
        var settings = new LoadSettings { Folder = folder.Path, Rate = 0.01 };
        long backlog;
        await using (var filling = await EngineUnderLoad.StartAsync(settings))
        {
            backlog = (await Callers.RunAsync(
                Callers.Same(count: 256, filling.AcceptAsync), options.FillTime, progress.Of("filling"))).Count;
        }

        var left = backlog - deliveries.Count;
        var already = deliveries.Count;
        var cpu = Environment.CpuUsage.TotalTime;
        await using var draining = await EngineUnderLoad.StartAsync(
            settings with { Rate = null, Latency = ProviderTime });
        var clock = Stopwatch.StartNew();
        var tick = progress.Of("draining");
        await using (new EverySecond(() => tick(0)))
        {
            while (deliveries.Count - already < left)
            {
                if (clock.Elapsed > Patience)
                {
                    throw new TimeoutException(
                        $"Only {deliveries.Count - already} of {left} messages were sent in two minutes.");
                }

                await Task.Delay(Pause, TimeProvider.System);
            }
        }

        var perSecond = left / clock.Elapsed.TotalSeconds;
        var used = Environment.CpuUsage.TotalTime - cpu;
        return
        [
            new(
                $"drain of {Statistics.Text(left, "N0")} messages, 50 ms provider, 500 in flight",
                HostLoad.PerSecond(perSecond),
                $"ideal: {HostLoad.PerSecond(Ideal)}",
                Statistics.Text(perSecond / Ideal, "0.00")),
            new("– processor time/message", Statistics.Text(used.TotalMicroseconds / left, "N0", " µs")),
        ];
    }
}
