using Connector.Measurements.Reporting;

namespace Connector.Measurements.Load;

/// <summary>
/// The whole host over HTTP to the Twilio simulator, on SQLite. What Kannel reaches on such a machine was measured once
/// and
/// is only cited.
/// </summary>
internal static class DeliverMeasurement
{
    private const double KannelAccepted = 8_900;
    private const double KannelDelivered = 4_200;

    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine progress)
    {
        await using var installation = await Installation.StartAsync(
            options, count: 1, folder => new LoadSettings { Folder = folder });
        var load = await HostLoad.RunAsync(installation, options, progress, "SQLite");
        return
        [
            .. load.ToFigures(
                "whole host, SQLite",
                Against(load.Accepted.PerSecond, KannelAccepted),
                Against(load.DeliveredPerSecond, KannelDelivered)),
        ];
    }

    private static Figure Against(double measured, double kannel) => new(
        "",
        "",
        $"Kannel 1.4.5, cited: {HostLoad.PerSecond(kannel)}",
        Statistics.Text(measured / kannel, "0.00"),
        "> 1");
}
