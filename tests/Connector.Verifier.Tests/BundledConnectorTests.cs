using System.Diagnostics;

namespace Connector.Verifier.Tests;

internal sealed class BundledConnectorTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "connector-verifier.dll");

    private static readonly DirectoryInfo OwnFolder = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static IEnumerable<string> Connectors => Root(OwnFolder).EnumerateDirectories("Connectors.*")
        .Where(folder => File.Exists(Path.Combine(folder.FullName, "connector.json")))
        .Select(folder => folder.Name);

    [TestCaseSource(nameof(Connectors))]
    public async Task A_bundled_connector_passes_without_a_word(string connector)
    {
        // Built in the same configuration and for the same framework as these tests.
        var built = Path.Combine(
            Root(OwnFolder).FullName, connector, "bin", OwnFolder.Parent!.Name, OwnFolder.Name);

        var (exitCode, output) = await RunAsync(built);

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

    private static DirectoryInfo Root(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ConnectorPlatform.sln")))
        {
            folder = folder.Parent;
        }

        return folder ?? throw new InvalidOperationException("The tests run inside a checkout.");
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
