using System.Diagnostics;

namespace Connector.Package.Tests.Workspace;

/// <summary>Runs the SDK as a person at a prompt would.</summary>
internal static class Dotnet
{
    public static string Program { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

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
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        AuthorEnvironment.Prepare(start);
        return start;
    }
}
