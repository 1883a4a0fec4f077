using Connector.Measurements.Reporting;

namespace Connector.Measurements.Load;

/// <summary>How long an application waits for its 202 at 1,000 messages a second.</summary>
internal static class PacedMeasurement
{
    private const double Offered = 1_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine line)
    {
        await using var installation = await Installation.StartAsync(
            options, count: 1, folder => new LoadSettings { Folder = folder });
        using var progress = new LoadProgress(line, "1,000/s offered") { Delivered = () => installation.Delivered };
        await PacedCallers.RunAsync(installation.Calls, Offered, options.WarmUp, progress.Of("warm-up"));
        var cpu = installation.HostCpu;
        var paced = await PacedCallers.RunAsync(installation.Calls, Offered, options.Duration, progress.Of("paced"));
        return
        [
            new("1,000/s offered to the whole host, SQLite: accepted/s", HostLoad.PerSecond(paced.PerSecond)),
            new("– accept p50 / p99 / p999", paced.Latencies.ToString(), Aim: "p99 < 20 ms"),
            new(
                "– processor time/message, host",
                Statistics.Text((installation.HostCpu - cpu).TotalMicroseconds / paced.Count, "N0", " µs")),
        ];
    }
}
