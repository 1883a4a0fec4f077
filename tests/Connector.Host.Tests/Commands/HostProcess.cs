using System.Diagnostics;
using System.Text;

namespace Connector.Host.Tests.Commands;

/// <summary>The real program in a process of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<string> line = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string awaited;

    private HostProcess(string folder, string[] arguments, string awaited, (string Name, string Value)[] environment)
    {
        this.awaited = awaited;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "connector-host.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, data) => Keep(output, data.Data);
        process.ErrorDataReceived += (_, data) => Keep(errors, data.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int ProcessId => process.Id;

    /// <summary>Runs a command to its end.</summary>
    public static Task<ProcessResult> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, arguments, []);

    public static async Task<ProcessResult> RunAsync(
        string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        using var host = new HostProcess(folder, arguments, awaited: "\0", environment);
        return await host.WaitAsync();
    }

    /// <summary>Starts a server and waits until it says a text.</summary>
    public static async Task<HostProcess> ServeAsync(string folder, string awaited, string[] arguments)
    {
        var host = new HostProcess(folder, arguments, awaited, []);
        var said = await Task.WhenAny(host.line.Task, host.process.WaitForExitAsync()).WaitAsync(Patience);
        Assert.That(said, Is.SameAs(host.line.Task), host.errors.ToString());
        return host;
    }

    /// <summary>The line that had the awaited text.</summary>
    public async Task<string> AwaitedLineAsync() => await line.Task;

    public async Task<ProcessResult> WaitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        lock (output)
        {
            return new ProcessResult(process.ExitCode, output.ToString(), errors.ToString());
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void Keep(StringBuilder target, string? text)
    {
        if (text is null)
        {
            return;
        }

        lock (output)
        {
            target.AppendLine(text);
        }

        if (text.Contains(awaited, StringComparison.Ordinal))
        {
            line.TrySetResult(text);
        }
    }
}
