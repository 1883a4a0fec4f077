using System.Text.Json;
using Connector.Measurements.Reporting;

namespace Connector.Measurements.Plugins;

/// <summary>What the first plugin and each further one add to the start and the memory of the engine.</summary>
internal static class PluginsMeasurement
{
    private const int Many = 11;

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine progress)
    {
        using var folder = new TemporaryFolder();
        int[] counts = [0, 1, Many];
        var settings = Array.ConvertAll(counts, count => PluginCopies.Create(folder, count));
        var results = Array.ConvertAll(counts, _ => new List<PluginsResult>());
        for (var round = 0; round <= options.Rounds; round++)
        {
            for (var i = 0; i < counts.Length; i++)
            {
                progress.Report(round, options.Rounds, Statistics.Text(counts[i], "0", " plugins"));
                var result = await RunChildAsync(settings[i]);
                if (round > 0)
                {
                    // The round before the first stages the plugins, which happens once in their life.
                    results[i].Add(result);
                }
            }
        }

        return Compare(results[0], results[1], results[2]);
    }

    private static async Task<PluginsResult> RunChildAsync(string settings)
    {
        await using var child = ChildProcess.StartSelf(PluginsChild.Verb, settings);
        return JsonSerializer.Deserialize<PluginsResult>(await child.ReadLineAsync())!;
    }

    private static List<Figure> Compare(List<PluginsResult> none, List<PluginsResult> one, List<PluginsResult> many) =>
    [
        Added("the first plugin (with its schema engine): time", one, none, 1, result => result.Milliseconds, "ms"),
        Added("the first plugin: processor time", one, none, 1, result => result.CpuMilliseconds, "ms"),
        Added("the first plugin: memory", one, none, 1, result => result.WorkingSetMegabytes, "MB"),
        Added("each further plugin: time", many, one, Many - 1, result => result.Milliseconds, "ms", "≤ 10 ms"),
        Added("each further plugin: processor time", many, one, Many - 1, result => result.CpuMilliseconds, "ms"),
        Added("each further plugin: memory", many, one, Many - 1, result => result.WorkingSetMegabytes, "MB", "≤ 2 MB"),
        Added("each further plugin: managed memory", many, one, Many - 1, result => result.ManagedMegabytes, "MB"),
    ];

    private static Figure Added(
        string what,
        List<PluginsResult> with,
        List<PluginsResult> without,
        int plugins,
        Func<PluginsResult, double> value,
        string unit,
        string aim = "")
    {
        var added = with.Zip(without, (one, other) => (value(one) - value(other)) / plugins);
        return new Figure(what, Statistics.Text(Statistics.Median(added), "0.0", $" {unit}"), Aim: aim);
    }
}
