using System.Text.Json;
using Connector.Measurements.Reporting;

namespace Connector.Measurements.Start;

/// <summary>From starting the process to its first good answer: the host against an empty app.</summary>
internal static class StartMeasurement
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine progress)
    {
        using var folder = new TemporaryFolder();
        StartedApp[] apps = [EmptyApp(), Host(options.Host, folder)];
        var times = Array.ConvertAll(apps, _ => new List<StartTime>());
        for (var round = 0; round <= options.Rounds; round++)
        {
            for (var i = 0; i < apps.Length; i++)
            {
                progress.Report(round, options.Rounds, apps[i].Name);
                var time = await apps[i].MeasureAsync();
                if (round > 0)
                {
                    // The round before the first stages the plugins and warms the disk.
                    times[i].Add(time);
                }
            }
        }

        var (empty, host) = (times[0], times[1]);
        return
        [
            Compare("start to ready, host with Twilio and sandbox", host, empty, time => time.Elapsed, "≤ 1.6"),
            Compare("processor time of that start", host, empty, time => time.Cpu, aim: ""),
        ];
    }

    private static Figure Compare(
        string what, List<StartTime> host, List<StartTime> empty, Func<StartTime, TimeSpan> time, string aim)
    {
        var (measured, against) = (host.Select(Milliseconds), empty.Select(Milliseconds));
        return new Figure(
            what,
            Statistics.Text(Statistics.Median(measured), "N0", " ms"),
            $"empty app: {Statistics.Text(Statistics.Median(against), "N0", " ms")}",
            Statistics.Text(Statistics.MedianRatio(measured, against), "0.00"),
            aim);

        double Milliseconds(StartTime start) => time(start).TotalMilliseconds;
    }

    private static StartedApp EmptyApp() =>
        new("empty app", RepositoryPaths.EmptyWebApp, "/", new Dictionary<string, string>());

    private static StartedApp Host(string path, TemporaryFolder folder)
    {
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_CONTENTROOT"] = folder.Path,
            ["ConnectorHost__DataPath"] = folder.Combine("data"),
            ["ConnectorHost__Connectors__sandbox__Plugin"] = "sandbox",
            ["ConnectorHost__Connectors__sandbox__Enabled"] = "true",
        };
        var twilio = JsonSerializer.SerializeToElement(TwilioSettings.Connector("twilio-sms"));
        EnvironmentVariables.Add(environment, "ConnectorHost__Connectors__twilio", twilio);
        return new StartedApp("connector-host", Path.Combine(path, "connector-host.dll"), "/health/ready", environment);
    }
}
