using Connector.Measurements.Reporting;
using Connector.Measurements.SendPath;
using Connector.Runtime;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Measurements.Replacing;

/// <summary>
/// Replaces the Twilio plugin again and again while it sends: what failed, and what is left of each build in memory.
/// </summary>
internal static class ReplacementsMeasurement
{
    // What the first ones cost is the host's own code for replacing, once.
    private const int WarmUp = 10;
    private const double Megabyte = 1024 * 1024;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine progress)
    {
        var count = options.IsQuick ? 3 : 200;
        using var folder = new TemporaryFolder();
        await using var sink = ChildProcess.StartSelf(Sink.Verb);
        var drop = new ReplacedDrop(folder);
        using var host = EngineHost.Create(drop.Settings(await sink.ReadLineAsync()), Configure);
        await host.StartAsync();
        await using var load = new SteadySends(host);
        await ReplaceAsync(host, drop, options.IsQuick ? 1 : WarmUp, progress);
        var before = await MeasureAsync(host);
        var times = await ReplaceAsync(host, drop, count, progress);
        var after = await MeasureAsync(host);
        await load.StopAsync();
        await host.StopAsync();
        return Describe(count, times, load, before, after);
    }

    private static void Configure(ConnectorRuntimeOptions options)
    {
        // All builds have one version, which only a host that trusts everything accepts.
        options.Plugins.Integrity = PluginIntegrity.Off;
        options.Plugins.Pace = new WatchPace { Poll = Soon, Settle = Soon };
    }

    private static async Task<List<double>> ReplaceAsync(
        IHost host, ReplacedDrop drop, int count, ProgressLine progress)
    {
        var catalog = host.Services.GetRequiredService<PluginCatalog>();
        var times = new List<double>();
        for (var i = 1; i <= count; i++)
        {
            progress.Report(i, count, "replacements");
            var earlier = catalog.Find(ReplacedDrop.Id)!.Hash;
            var started = TimeProvider.System.GetTimestamp();
            drop.Replace();
            await UntilReplacedAsync(catalog, earlier, started);
            times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }

    private static async Task UntilReplacedAsync(PluginCatalog catalog, string? earlier, long started)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (catalog.Find(ReplacedDrop.Id) is not { } now || now.Hash == earlier)
        {
            if (TimeProvider.System.GetElapsedTime(started) > Longest)
            {
                throw new InvalidOperationException(
                    $"Not replaced: {string.Join(' ', catalog.All.SelectMany(plugin => plugin.Problems))}");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    private static async Task<Left> MeasureAsync(IHost host)
    {
        var catalog = host.Services.GetRequiredService<PluginCatalog>();
        await catalog.Retired.Ended.WaitAsync(Longest);

        // GC.GetTotalMemory subtracts what is being allocated meanwhile, and gets below zero under load.
        GC.Collect();
        var managed = GC.GetGCMemoryInfo(GCKind.FullBlocking).HeapSizeBytes / Megabyte;
        return new Left(managed, Environment.WorkingSet / Megabyte, catalog.Retired.Hashes.Count);
    }

    private static List<Figure> Describe(
        int count, List<double> times, SteadySends load, Left before, Left after) =>
    [
        new($"{count} replacements under load: failed sends", Statistics.Text(load.Failed, "0"), Aim: "0"),
        new("sends meanwhile", Statistics.Text(load.Sent, "0")),
        new("from the new file to the new build serving", Statistics.Text(Statistics.Median(times), "0", " ms")),
        new("replaced builds in memory", Statistics.Text(after.Builds, "0"), Aim: "1, the first"),
        Grown("managed memory", count, before.Managed, after.Managed),
        Grown("memory", count, before.WorkingSet, after.WorkingSet),
    ];

    private static Figure Grown(string what, int count, double before, double after) => new(
        $"{what} after {count} replacements",
        Statistics.Text(after, "0.0", " MB"),
        Statistics.Text(before, "0.0", " MB"),
        Statistics.Text(after / before, "0.00"),
        "bounded");

    private sealed record Left(double Managed, double WorkingSet, int Builds);
}
