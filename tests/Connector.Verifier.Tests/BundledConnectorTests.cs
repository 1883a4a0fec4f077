using System.Diagnostics;

namespace Connector.Verifier.Tests;

internal sealed class BundledConnectorTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "connector-verifier.dll");

    // Where a connector was built: the tests' own folder holds the same DLL, but none of its plugin.json.
    private static string Built(string connector) => Path.Combine(
        AppContext.BaseDirectory, "..", "..", "..", "..", "..", connector, "bin", Configuration, "net10.0");

    private static string Configuration =>
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [TestCase("Connectors.Sandbox")]
    [TestCase("Connectors.TwilioSms")]
    public async Task It_passes_without_a_word(string connector)
    {
        var (exitCode, output) = await RunAsync(Built(connector));

        Assert.That(output, Is.Empty);
        Assert.That(exitCode, Is.Zero);
    }

    [Test]
    public async Task Without_a_folder_it_says_how_to_call_it()
    {
        var (exitCode, output) = await RunAsync();

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(output, Does.StartWith("Usage:"));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var process = Process.Start(new ProcessStartInfo(dotnet, [Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output + await errors);
    }
}
