using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Security.Cryptography;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Isolation;

/// <summary>Starts workers. Thread-safe.</summary>
/// <param name="command">The program and its arguments; the socket's name follows.</param>
internal sealed class WorkerLaunch(IReadOnlyList<string> command)
{
    // A worker is one connector. What needs more than this is a leak, and its end is the worker's alone.
    private const string HeapLimit = "0x20000000";

    private const string SettingsPrefix = "ConnectorHost__";

    /// <exception cref="PluginException">It did not start.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<WorkerProcess> StartAsync(Action<WorkerLogEntry> log, CancellationToken cancellationToken)
    {
        var name = NewSocket();
        var pipe = new NamedPipeServerStream(
            name,
            PipeDirection.InOut,
            maxNumberOfServerInstances: 1,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        Process? process = null;
        try
        {
            process = StartProcess(name);
            await ConnectAsync(pipe, process, cancellationToken);
            Forget(name);
            return new WorkerProcess(process, new WorkerChannel(pipe), log);
        }
        catch
        {
            await pipe.DisposeAsync();
            if (process is { HasExited: false })
            {
                process.Kill(entireProcessTree: true);
            }

            process?.Dispose();
            throw;
        }
    }

    private static string NewSocket()
    {
        var name = $"connector-{RandomNumberGenerator.GetHexString(24, lowercase: true)}";
        return OperatingSystem.IsWindows() ? name : Path.Combine(Path.GetTempPath(), name);
    }

    // Connected, a socket needs no file any more; a host that is killed would leave it behind.
    private static void Forget(string socket)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(socket);
        }
    }

    private Process StartProcess(string name)
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), name])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        foreach (var setting in start.Environment.Keys
            .Where(key => key.StartsWith(SettingsPrefix, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            // The secrets of other connectors.
            start.Environment.Remove(setting);
        }

        try
        {
            var process = Process.Start(start) ?? throw NotStarted("nothing was started");
            process.StandardInput.Close();

            // Read, so that it can't block; not kept, for it may hold anything.
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception error)
        {
            throw NotStarted(error.Message.TrimEnd('.'));
        }
    }

    private static async Task ConnectAsync(
        NamedPipeServerStream pipe, Process process, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var connected = pipe.WaitForConnectionAsync(either.Token);
        var exited = process.WaitForExitAsync(either.Token);
        if (await Task.WhenAny(connected, exited) == exited && !cancellationToken.IsCancellationRequested)
        {
            await either.CancelAsync();
            await connected.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw NotStarted($"it ended with exit code {process.ExitCode} at once");
        }

        await connected;
        await either.CancelAsync();
        await exited.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static PluginException NotStarted(string why) => ProblemKinds.WorkerNotStarted.Thrown(
        $"The worker process for the connector did not start: {why}.",
        "Let the host's user start the host's own program; else take Isolation out of the connector.");
}
