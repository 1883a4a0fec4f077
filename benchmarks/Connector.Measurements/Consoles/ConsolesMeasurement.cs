using Connector.Measurements.Load;
using Connector.Measurements.Reporting;

namespace Connector.Measurements.Consoles;

/// <summary>
/// What open consoles cost the acceptance of messages. The browser works on the same cores, so its share is in it.
/// </summary>
internal static class ConsolesMeasurement
{
    private const int Many = 50;
    private const int Few = 2;

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine progress)
    {
        if (!ConsoleBrowser.IsInstalled)
        {
            return ConsoleBrowser.Missing;
        }

        var count = options.IsQuick ? Few : Many;
        await using var installation = await Installation.StartAsync(
            options, count: 1, folder => new LoadSettings { Folder = folder });
        var (alone, watched) = (new List<HostLoad>(), new List<HostLoad>());
        for (var round = 1; round <= options.LoadRounds; round++)
        {
            alone.Add(await RunAsync(installation, options, progress, "nobody looks"));
            await using var consoles = await OpenConsoles.OpenAsync(installation.Address, count);
            watched.Add(await RunAsync(installation, options, progress, $"{count} open consoles"));
        }

        return Compare(count, alone, watched);
    }

    private static Task<HostLoad> RunAsync(
        Installation installation, MeasurementOptions options, ProgressLine progress, string name) =>
        HostLoad.RunAsync(installation, options, progress, name);

    private static IReadOnlyList<Figure> Compare(int count, List<HostLoad> alone, List<HostLoad> watched) =>
    [
        new(
            $"whole host, {count} open consoles: accepted/s",
            HostLoad.PerSecond(Statistics.Median(watched.Select(Accepted))),
            $"none open: {HostLoad.PerSecond(Statistics.Median(alone.Select(Accepted)))}",
            Statistics.Text(Statistics.MedianRatio(watched.Select(Accepted), alone.Select(Accepted)), "0.00"),
            "≥ 0.9"),
        new(
            "– processor time/message, host",
            Statistics.Text(Statistics.Median(watched.Select(Cpu)), "N0", " µs"),
            $"none open: {Statistics.Text(Statistics.Median(alone.Select(Cpu)), "N0", " µs")}",
            Statistics.Text(Statistics.MedianRatio(watched.Select(Cpu), alone.Select(Cpu)), "0.00")),
        new("– memory of the host", Statistics.Text(watched[^1].HostMegabytes, "N0", " MB")),
    ];

    private static double Accepted(HostLoad load) => load.Accepted.PerSecond;

    private static double Cpu(HostLoad load) => load.HostCpu.TotalMicroseconds / load.Accepted.Count;
}
