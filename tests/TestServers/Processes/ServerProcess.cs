using System.Diagnostics;
using System.Globalization;

namespace TestServers.Processes;

/// <summary>A running server under its <see cref="Watchdog"/>.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly ServerCommand command;
    private readonly Process watchdog;

    private ServerProcess(ServerCommand command, Process watchdog, int id)
    {
        this.command = command;
        this.watchdog = watchdog;
        Id = id;
    }

    /// <summary>The server's own process, below the watchdog's.</summary>
    public int Id { get; }

    public bool HasExited => watchdog.HasExited;

    /// <summary>Everything that runs for this server now.</summary>
    public IReadOnlyList<int> ProcessIds => ProcessTree.From(watchdog.Id);

    /// <summary>Starts it and waits until <paramref name="isReady"/>, at most a minute.</summary>
    /// <exception cref="InvalidOperationException">It ended or didn't get ready; says what it logged.</exception>
    public static async Task<ServerProcess> StartAsync(
        ServerCommand command, Func<CancellationToken, Task<bool>> isReady, CancellationToken cancellationToken)
    {
        var process = await StartAsync(command, cancellationToken);
        try
        {
            await process.WaitUntilReadyAsync(isReady, cancellationToken);
            return process;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a signal that asks the server to end, and waits until it has.</summary>
    /// <exception cref="TimeoutException">It still runs after a minute.</exception>
    public async Task StopAsync(string signal)
    {
        var everything = ProcessIds;
        await SendAsync(signal);
        await WaitForExitAsync(everything);
    }

    /// <summary>Freezes the server's own process: its connections stay, and nobody answers.</summary>
    public async Task PauseAsync()
    {
        await SendAsync("STOP");
        await ProcessTree.WaitUntilAsync(() => ProcessTree.IsPaused(Id));
    }

    public async Task ResumeAsync()
    {
        await SendAsync("CONT");
        await ProcessTree.WaitUntilAsync(() => !ProcessTree.IsPaused(Id));
    }

    /// <summary>Ends the server and its children at once, without a chance to write anything.</summary>
    public async Task KillAsync()
    {
        var everything = ProcessIds;
        // The watchdog survives it: a server that nobody waits for stays in the process table, and PostgreSQL takes
        // that for a running one.
        using var server = Process.GetProcessById(Id);
        server.Kill(entireProcessTree: true);
        await WaitForExitAsync(everything);
    }

    public void ThrowIfRunning()
    {
        if (!HasExited)
        {
            throw new InvalidOperationException($"{command.Name} runs already.");
        }
    }

    /// <summary>Does what the end of the test process does: ends a running server and removes its folder.</summary>
    public void Abandon() => watchdog.StandardInput.Close();

    public async ValueTask DisposeAsync()
    {
        if (!HasExited)
        {
            var everything = ProcessIds;
            Abandon();
            await WaitForExitAsync(everything);
        }

        watchdog.Dispose();
    }

    private async Task SendAsync(string signal)
    {
        await watchdog.StandardInput.WriteLineAsync(signal);
        await watchdog.StandardInput.FlushAsync();
    }

    private async Task WaitForExitAsync(IReadOnlyList<int> everything)
    {
        await ProcessTree.WaitForExitAsync(everything);
        await watchdog.WaitForExitAsync();
    }

    private static async Task<ServerProcess> StartAsync(ServerCommand command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("setsid")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // A session of its own: the terminal's Ctrl+C is for the tests, not for the servers that they still need.
        string[] words = ["sh", "-c", Watchdog.Script, "sh", command.Folder.Path, command.Log, command.LastSignal];
        foreach (var word in words.Concat(command.Words))
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        var shell = Process.Start(start)!;
        var id = await shell.StandardOutput.ReadLineAsync(cancellationToken);
        return int.TryParse(id, CultureInfo.InvariantCulture, out var server)
            ? new ServerProcess(command, shell, server)
            : throw new InvalidOperationException($"{command.Name} could not be started.");
    }

    private async Task WaitUntilReadyAsync(
        Func<CancellationToken, Task<bool>> isReady, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            while (!await isReady(limit.Token))
            {
                ThrowIfExited();
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{command.Name} isn't ready after a minute. {ReadLog()}", exception);
        }
    }

    private void ThrowIfExited()
    {
        if (HasExited)
        {
            throw new ServerExitedException($"{command.Name} ended while starting. {ReadLog()}");
        }
    }

    private string ReadLog()
    {
        const int Characters = 2000;
        var log = File.Exists(command.Log) ? File.ReadAllText(command.Log) : "";
        return log.Length > Characters ? log[^Characters..] : log;
    }
}
