using System.Text.Json;
using Connector.Measurements.Reporting;

namespace Connector.Measurements.Chaos;

/// <summary>How much longer a healthy connector's sends take beside one that goes wrong.</summary>
internal static class ChaosMeasurement
{
    private static readonly string[] Faults =
    [
        "none", "throws", "returns-null", "fails-twice", "hangs", "hangs-after-await", "never-ends",
        "blocks-its-cancellation", "async-void", "throws-on-a-thread", "leaks-threads", "allocates", "floods-the-log",
    ];

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine progress)
    {
        var figures = new List<Figure>();
        foreach (var fault in Faults)
        {
            var results = new List<ChaosResult>();
            for (var round = 1; round <= options.LoadRounds; round++)
            {
                progress.Report(round, options.LoadRounds, fault);
                results.Add(await RunChildAsync(fault, options));
            }

            figures.Add(Compare(fault, results));
        }

        return figures;
    }

    private static async Task<ChaosResult> RunChildAsync(string fault, MeasurementOptions options)
    {
        using var folder = new TemporaryFolder();
        var settings = new ChaosSettings(fault, folder.Path, options.WarmUp, options.Duration);
        var file = folder.Combine("settings.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(settings));
        await using var child = ChildProcess.StartSelf(ChaosChild.Verb, file);
        return JsonSerializer.Deserialize<ChaosResult>(await child.ReadLineAsync())!;
    }

    private static Figure Compare(string fault, List<ChaosResult> results) => new(
        $"healthy sends beside '{fault}': p50 / p99",
        Text(results, result => result.Beside, result => result.WorstBeside),
        $"alone: {Text(results, result => result.Alone, result => result.WorstAlone)}",
        Statistics.Text(
            Statistics.MedianRatio(
                results.Select(result => result.Beside), results.Select(result => result.Alone)),
            "0.00"),
        "≤ 2");

    private static string Text(
        List<ChaosResult> results, Func<ChaosResult, double> median, Func<ChaosResult, double> worst) =>
        $"{Statistics.Text(Statistics.Median(results.Select(median)), "0.0")} / "
        + $"{Statistics.Text(Statistics.Median(results.Select(worst)), "0.0")} ms";
}
