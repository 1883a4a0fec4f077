using Connector.Measurements.Reporting;
using TestServers;

namespace Connector.Measurements.Load;

/// <summary>Messages that 32 callers in this process have stored, against bare inserts in shared commits.</summary>
internal static class AcceptMeasurement
{
    private const int CallersAtATime = 32;

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine progress)
    {
        var figures = new List<Figure>();
        figures.AddRange(await MeasureAsync("SQLite", options, progress, database: null));
        if (PostgresServer.Missing is not null)
        {
            figures.Add(new Figure("accepted/s, PostgreSQL", PostgresServer.Missing));
            return figures;
        }

        await using var server = await PostgresServer.StartAsync(CancellationToken.None);
        figures.AddRange(await MeasureAsync(
            "PostgreSQL", options, progress, () => server.CreateDatabaseAsync(CancellationToken.None)));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(
        string name, MeasurementOptions options, ProgressLine progress, Func<Task<string>>? database)
    {
        var (bare, queued, sent) = (new List<LoadResult>(), new List<LoadResult>(), new List<LoadResult>());
        for (var round = 0; round <= options.LoadRounds; round++)
        {
            // The round before the first warms everything up.
            var duration = round == 0 ? options.WarmUp : options.Duration;
            using var watch = new LoadProgress(progress, $"{name} round {round}/{options.LoadRounds}");
            Add(bare, round, await BareAsync(database, duration, watch));
            Add(queued, round, await EngineAsync(database, rate: 0.01, duration, watch));
            Add(sent, round, await EngineAsync(database, rate: null, duration, watch));
        }

        return
        [
            .. Figures($"accepted/s, {name}, queued only", queued, bare, name, database is null ? "≥ 0.5" : ""),
            .. Figures($"accepted/s, {name}, sent and completed meanwhile", sent, bare, name, ""),
        ];
    }

    private static void Add(List<LoadResult> results, int round, LoadResult result)
    {
        if (round > 0)
        {
            results.Add(result);
        }
    }

    private static async Task<LoadResult> BareAsync(
        Func<Task<string>>? database, TimeSpan duration, LoadProgress progress)
    {
        using var folder = new TemporaryFolder();
        await using IBareStore store = database is null
            ? new BareSqlite(folder.Combine("bare.db"))
            : await BarePostgres.CreateAsync(await database());
        return await Callers.RunAsync(
            Callers.Same(CallersAtATime, store.InsertAsync), duration, progress.Of(store.Name));
    }

    private static async Task<LoadResult> EngineAsync(
        Func<Task<string>>? database, double? rate, TimeSpan duration, LoadProgress progress)
    {
        using var folder = new TemporaryFolder();
        await using var engine = await EngineUnderLoad.StartAsync(new LoadSettings
        {
            Folder = folder.Path,
            Rate = rate,
            Postgres = database is null ? null : await database(),
        });
        return await Callers.RunAsync(
            Callers.Same(CallersAtATime, engine.AcceptAsync),
            duration,
            progress.Of(rate is null ? "engine that sends" : "engine that queues"));
    }

    private static IEnumerable<Figure> Figures(
        string what, List<LoadResult> engine, List<LoadResult> bare, string name, string aim)
    {
        yield return new Figure(
            what,
            Statistics.Text(Statistics.Median(engine.Select(result => result.PerSecond)), "N0", "/s"),
            $"bare {name}: {Statistics.Text(Statistics.Median(bare.Select(result => result.PerSecond)), "N0", "/s")}",
            Statistics.Text(
                Statistics.MedianRatio(
                    engine.Select(result => result.PerSecond), bare.Select(result => result.PerSecond)),
                "0.00"),
            aim);
        yield return new Figure(
            "– p50 / p99 / p999", engine[^1].Latencies.ToString(), $"bare {name}: {bare[^1].Latencies}");
        yield return new Figure(
            "– processor time/message", MicrosecondsEach(engine[^1]), $"bare {name}: {MicrosecondsEach(bare[^1])}");
    }

    private static string MicrosecondsEach(LoadResult result) =>
        Statistics.Text(result.Cpu.TotalMicroseconds / result.Count, "N0", " µs");
}
