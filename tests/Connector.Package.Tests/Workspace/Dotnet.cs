using System.Diagnostics;

namespace Connector.Package.Tests.Workspace;

/// <summary>Runs the SDK as a person at a prompt would.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    public static async Task<DotnetResult> RunAsync(string folder, params string[] arguments)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var process = Process.Start(StartInfo(folder, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return new DotnetResult(process.ExitCode, await output + await errors);
    }

    public static async Task<string> SucceedAsync(string folder, params string[] arguments)
    {
        var result = await RunAsync(folder, arguments);
        Assert.That(result.ExitCode, Is.Zero, $"dotnet {string.Join(' ', arguments)}\n{result.Output}");
        return result.Output;
    }

    private static ProcessStartInfo StartInfo(string folder, string[] arguments)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // "dotnet test" leaves its own MSBuild's settings behind.
        foreach (var name in start.Environment.Keys.Where(IsOfMSBuild).ToArray())
        {
            start.Environment.Remove(name);
        }

        // It would win over the author's nuget.config, which keeps the author's packages apart from everybody's.
        if (!folder.StartsWith(Repository.Root, StringComparison.Ordinal))
        {
            start.Environment.Remove("NUGET_PACKAGES");
        }

        // A build server that outlives the command would keep its output open for ever.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["NuGetAudit"] = "false";
        return start;
    }

    private static bool IsOfMSBuild(string name) => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase);
}
