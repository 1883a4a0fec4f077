using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Connector.Testing.Checks;

namespace Connector.Testing.Probe;

/// <summary>What a <see cref="ProbeProgram"/> told.</summary>
/// <param name="IsUnloaded">
/// Whether the plugin was unloaded; <see langword="null"/> when it didn't get that far.
/// </param>
/// <param name="HasEnded">Whether the process ended by itself.</param>
/// <param name="Error">What it wrote about a failure.</param>
internal sealed record ProbeRun(bool? IsUnloaded, bool HasEnded, string Error)
{
    // A whole process has to start, and collect garbage many times, perhaps on a machine that is busy otherwise.
    private static readonly TimeSpan LineLimit = TimeSpan.FromMinutes(1);

    public static async Task<ProbeRun> StartAsync(Subject subject, CancellationToken cancellationToken)
    {
        await using var provider = subject.StartProvider();
        var folder = Directory.CreateTempSubdirectory("connector-probe");
        try
        {
            using var process = Start(Path.Combine(folder.FullName, "probe.runtimeconfig.json"));
            try
            {
                await WriteAsync(process, subject, subject.Description.Config(provider.Address));
                return await ReadAsync(process, subject.Patience, cancellationToken);
            }
            finally
            {
                process.Kill();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string runtimeConfig)
    {
        File.WriteAllText(runtimeConfig, string.Create(CultureInfo.InvariantCulture, $$"""
            { "runtimeOptions": { "framework": {
                "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }
            """));
        var start = new ProcessStartInfo(FindDotnet())
        {
            ArgumentList = { "exec", "--runtimeconfig", runtimeConfig, typeof(ProbeRun).Assembly.Location },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    // …/dotnet/shared/Microsoft.NETCore.App/10.0.0/ → …/dotnet/dotnet
    private static string FindDotnet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
    }

    private static async Task WriteAsync(Process process, Subject subject, string config)
    {
        await using var input = process.StandardInput;
        await input.WriteAsync($"{subject.PluginType.Assembly.Location}\n{subject.PluginType.FullName}\n{config}");
    }

    private static async Task<ProbeRun> ReadAsync(
        Process process, TimeSpan patience, CancellationToken cancellationToken)
    {
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        bool? isUnloaded = null;
        while (await ReadLineAsync(process, cancellationToken) is { } line && line != ProbeProgram.Ended)
        {
            isUnloaded = line switch
            {
                ProbeProgram.Unloaded => true,
                ProbeProgram.Alive => false,
                _ => isUnloaded,
            };
        }

        var hasEnded = await EndsAsync(process.WaitForExitAsync(cancellationToken), patience);
        return new ProbeRun(isUnloaded, hasEnded, hasEnded ? (await errors).Split('\n')[0].Trim() : "");
    }

    private static async Task<string?> ReadLineAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            return await process.StandardOutput.ReadLineAsync(cancellationToken).AsTask()
                .WaitAsync(LineLimit, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static async Task<bool> EndsAsync(Task ending, TimeSpan patience)
    {
        try
        {
            await ending.WaitAsync(patience);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
