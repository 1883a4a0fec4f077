using Connector.Measurements.Reporting;

namespace Connector.Measurements.Load;

/// <summary>
/// A big store with 100 connectors against an empty one with one, and what a long queue costs in memory.
/// </summary>
internal static class ScaleMeasurement
{
    private const int CallersAtATime = 32;
    private const int ManyConnectors = 100;

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine progress) =>
    [
        await CompareAsync(options, progress),
        .. await QueueAsync(options, progress),
    ];

    private static async Task<Figure> CompareAsync(MeasurementOptions options, ProgressLine line)
    {
        using var folder = new TemporaryFolder();
        var full = new LoadSettings { Folder = folder.Path, Connectors = ManyConnectors };
        await AcceptOneAsync(full);
        line.Report($"filling the store with {options.Rows:N0} messages");
        BulkFill.AddSent(full.DatabaseFile, options.Rows);
        await using var big = await EngineUnderLoad.StartAsync(full);
        var (stored, empty) = (new List<double>(), new List<double>());
        for (var round = 0; round <= options.LoadRounds; round++)
        {
            using var progress = new LoadProgress(line, $"round {round}/{options.LoadRounds}");
            var inBig = await LoadAsync(big, options, progress.Of("full store"));
            var inEmpty = await EmptyAsync(options, progress.Of("empty store"));
            if (round > 0)
            {
                stored.Add(inBig.PerSecond);
                empty.Add(inEmpty.PerSecond);
            }
        }

        return new Figure(
            $"accepted/s with {options.Rows:N0} messages and {ManyConnectors} connectors",
            HostLoad.PerSecond(Statistics.Median(stored)),
            $"empty store, 1 connector: {HostLoad.PerSecond(Statistics.Median(empty))}",
            Statistics.Text(Statistics.MedianRatio(stored, empty), "0.00"),
            "≥ 0.9");
    }

    private static async Task<IReadOnlyList<Figure>> QueueAsync(MeasurementOptions options, ProgressLine line)
    {
        var without = await HostMegabytesAsync(options, rows: 0);
        line.Report($"queueing {options.Rows:N0} messages");
        var with = await HostMegabytesAsync(options, options.Rows);
        return
        [
            new(
                $"memory of the host with {options.Rows:N0} messages queued",
                Statistics.Text(with, "N0", " MB"),
                $"none queued: {Statistics.Text(without, "N0", " MB")}",
                Statistics.Text(with / without, "0.00")),
        ];
    }

    private static async Task<double> HostMegabytesAsync(MeasurementOptions options, int rows)
    {
        using var folder = new TemporaryFolder();
        var settings = new LoadSettings { Folder = folder.Path, Rate = 0.01 };
        await AcceptOneAsync(settings);
        BulkFill.AddQueued(settings.DatabaseFile, rows);
        await using var host = await HostUnderLoad.StartAsync(options.Host, settings, settings.ToConnectors());
        var clients = await host.ConnectAsync(CallersAtATime);
        await Callers.RunAsync([.. clients.Select(client => (Func<Task>)client.PostAsync)], options.WarmUp, _ => { });
        foreach (var client in clients)
        {
            client.Dispose();
        }

        return host.Megabytes;
    }

    private static async Task<LoadResult> EmptyAsync(MeasurementOptions options, Action<long> progress)
    {
        using var folder = new TemporaryFolder();
        await using var engine = await EngineUnderLoad.StartAsync(new LoadSettings { Folder = folder.Path });
        return await LoadAsync(engine, options, progress);
    }

    private static Task<LoadResult> LoadAsync(
        EngineUnderLoad engine, MeasurementOptions options, Action<long> progress) =>
        Callers.RunAsync(Callers.Same(CallersAtATime, engine.AcceptAsync), options.Duration, progress);

    // Makes the schema and the keys, and the row that the others are copied from.
    private static async Task AcceptOneAsync(LoadSettings settings)
    {
        await using var engine = await EngineUnderLoad.StartAsync(settings);
        await engine.AcceptAsync();
    }
}
