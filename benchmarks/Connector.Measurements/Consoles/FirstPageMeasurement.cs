using System.Diagnostics;
using Connector.Measurements.Load;
using Connector.Measurements.Reporting;

namespace Connector.Measurements.Consoles;

/// <summary>The first pages that a host serves after its start, to a browser that has never been there.</summary>
internal static class FirstPageMeasurement
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(MeasurementOptions options, ProgressLine progress)
    {
        if (!ConsoleBrowser.IsInstalled)
        {
            return ConsoleBrowser.Missing;
        }

        await using var browser = await ConsoleBrowser.StartAsync();
        var (signIn, overview) = (new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            progress.Report(round, options.Rounds, "connector-host");
            var (first, second) = await MeasureAsync(browser, options.Host);
            signIn.Add(first.TotalMilliseconds);
            overview.Add(second.TotalMilliseconds);
        }

        return
        [
            new("first page after the start: to sign in", Text(signIn), Aim: "< 1 s"),
            new("– then the overview, until it answers to clicks", Text(overview), Aim: "< 1 s"),
        ];
    }

    private static async Task<(TimeSpan SignIn, TimeSpan Overview)> MeasureAsync(ConsoleBrowser browser, string path)
    {
        using var folder = new TemporaryFolder();
        await using var host = await HostUnderLoad.StartAsync(
            path, new LoadSettings { Folder = folder.Path }, new Dictionary<string, object>());
        await using var context = await browser.OpenAsync(host.Address);
        var page = await context.NewPageAsync();
        var clock = Stopwatch.StartNew();
        await page.GotoAsync(ConsoleBrowser.SignInPage);
        var first = clock.Elapsed;
        clock.Restart();
        await ConsoleBrowser.SignInAsync(page);
        return (first, clock.Elapsed);
    }

    private static string Text(List<double> times) => Statistics.Text(Statistics.Median(times), "N0", " ms");
}
