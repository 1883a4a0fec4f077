using System.Diagnostics;
using Connector.Measurements.Reporting;

namespace Connector.Measurements.Load;

/// <summary>What an installation takes and delivers when 64 connections keep it busy.</summary>
/// <param name="Accepted">What the clients saw.</param>
/// <param name="DeliveredPerSecond">
/// From the first to the last message, the rest after the clients stopped included.
/// </param>
/// <param name="HostCpu">Of all hosts.</param>
/// <param name="HostMegabytes">Of all hosts, at the end.</param>
internal sealed record HostLoad(LoadResult Accepted, double DeliveredPerSecond, TimeSpan HostCpu, double HostMegabytes)
{
    public static async Task<HostLoad> RunAsync(
        Installation installation, MeasurementOptions options, ProgressLine line, string name)
    {
        using var progress = new LoadProgress(line, name) { Delivered = () => installation.Delivered };
        var before = installation.Delivered;
        var warmUp = await Callers.RunAsync(installation.Calls, options.WarmUp, progress.Of("warm-up"));
        await installation.WaitForAsync(before + warmUp.Count);
        var cpu = installation.HostCpu;
        var clock = Stopwatch.StartNew();
        var accepted = await Callers.RunAsync(installation.Calls, options.Duration, progress.Of("64 connections"));
        await installation.WaitForAsync(before + warmUp.Count + accepted.Count);
        return new HostLoad(
            accepted,
            accepted.Count / clock.Elapsed.TotalSeconds,
            installation.HostCpu - cpu,
            installation.HostMegabytes);
    }

    public IEnumerable<Figure> ToFigures(string name, Figure accepted, Figure delivered) =>
    [
        accepted with { What = $"{name}: accepted/s", Measured = PerSecond(Accepted.PerSecond) },
        delivered with { What = $"{name}: delivered/s", Measured = PerSecond(DeliveredPerSecond) },
        new("– accept p50 / p99 / p999", Accepted.Latencies.ToString()),
        new(
            "– processor time/message, hosts",
            Each(HostCpu),
            $"load and simulator: {Each(Accepted.Cpu)}"),
        new("– memory of the hosts", Statistics.Text(HostMegabytes, "N0", " MB")),
    ];

    public static string PerSecond(double value) => Statistics.Text(value, "N0", "/s");

    private string Each(TimeSpan cpu) => Statistics.Text(cpu.TotalMicroseconds / Accepted.Count, "N0", " µs");
}
