using System.Diagnostics;

namespace FaultTests.Hosts;

/// <summary>A start of the real program that is to fail.</summary>
internal sealed record HostRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Starts it and waits until it has ended.</summary>
    /// <exception cref="TimeoutException">It serves, or hangs; it has been killed.</exception>
    public static async Task<HostRun> ServeAsync(string folder, params string[] wrapper)
    {
        string[] words = [.. wrapper, .. TestedHost.Program, "serve", "--urls=http://127.0.0.1:0"];
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
            return new HostRun(process.ExitCode, await output, await errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
