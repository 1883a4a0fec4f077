using System.Diagnostics;

namespace Connector.Host.Development;

/// <summary>Builds a project with the SDK on this machine.</summary>
internal sealed class ProjectBuild(PluginProject project)
{
    private string? output;

    /// <summary>Builds.</summary>
    /// <param name="withRestore">Whether its packages may have changed.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <returns>The errors; empty when it was built.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(bool withRestore, CancellationToken cancellationToken)
    {
        string[] restore = withRestore ? [] : ["--no-restore"];
        var (exitCode, text) = await RunAsync(
            ["build", project.File, "--nologo", "-v", "quiet", "-clp:NoSummary;ErrorsOnly", .. restore],
            cancellationToken);
        if (exitCode == 0)
        {
            return [];
        }

        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Distinct().DefaultIfEmpty($"dotnet build ended with {exitCode}.")];
    }

    /// <summary>Where the build puts the plugin.</summary>
    public async Task<string> FindOutputAsync(CancellationToken cancellationToken)
    {
        if (output is null)
        {
            var (_, text) = await RunAsync(
                ["msbuild", project.File, "--nologo", "-getProperty:TargetDir"], cancellationToken);
            output = Path.GetFullPath(text.Trim(), project.Folder);
        }

        return output;
    }

    private static async Task<(int ExitCode, string Text)> RunAsync(
        string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Keeps the build warm from one save to the next.
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1";
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException("dotnet could not be started.");
        try
        {
            var text = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await text + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
