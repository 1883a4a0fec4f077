using System.Diagnostics;

namespace Connector.Measurements;

/// <summary>A .NET program in a process of its own, ended with this object.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    /// <param name="assembly">The program's DLL.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="environment">Variables to add to this process's.</param>
    public static ChildProcess Start(
        string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && IsDotnet(path) ? path : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(assembly),
        };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(
            Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start."));
    }

    /// <summary>Starts this program once more, in another role.</summary>
    public static ChildProcess StartSelf(params string[] arguments) =>
        Start(typeof(ChildProcess).Assembly.Location, arguments, new Dictionary<string, string>());

    public bool HasExited => process.HasExited;

    /// <summary>What it has used of the processor so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What it has in memory.</summary>
    public double WorkingSetMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024.0 * 1024);
        }
    }

    public async Task<string> ReadLineAsync() =>
        await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The child said nothing.");

    /// <summary>Lets the child write as it likes.</summary>
    public void IgnoreOutput() =>
        // Not by lines: a host that logs each message would keep this process busy.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static bool IsDotnet(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";
}
