using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Connector.Runtime.Isolation;

/// <summary>A worker that runs, as the host sees it. Thread-safe.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    // Calls that don't even heed their cancellation leave something behind; so many of them are worth a new process.
    private const int MostUnanswered = 16;

    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly WorkerChannel channel;
    private readonly Action<WorkerLogEntry> log;
    private readonly ConcurrentDictionary<long, PendingCall> pending = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;
    private long lastId;
    private int unanswered;

    /// <param name="process">Connected already; ended and disposed with this object.</param>
    /// <param name="channel">The connection; disposed with this object.</param>
    /// <param name="log">Hears what the connector logs.</param>
    public WorkerProcess(Process process, WorkerChannel channel, Action<WorkerLogEntry> log)
    {
        this.process = process;
        this.channel = channel;
        this.log = log;
        reading = Task.Run(ReadAsync);
    }

    /// <summary>Ends when the process has.</summary>
    public Task Ended => ended.Task;

    /// <summary>What it ended with; only when it has.</summary>
    public int ExitCode { get; private set; }

    public int ProcessId => process.Id;

    /// <returns>What the worker answers.</returns>
    /// <exception cref="WorkerException">It failed, or ended.</exception>
    /// <exception cref="Plugins.PluginException">It has words for an operator for what went wrong.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<JsonElement?> CallAsync(
        WorkerCall call, JsonElement? body, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref lastId);
        var waiting = new PendingCall();
        pending[id] = waiting;
        if (ended.Task.IsCompleted)
        {
            pending.TryRemove(id, out _);
            throw new WorkerException(WorkerException.Ended);
        }

        // A worker that doesn't read holds up the writing, but not who gives up.
        _ = TryWriteAsync(new WorkerFrame(id, call, body));
        await using var registration = cancellationToken.UnsafeRegister(
            _ => GiveUp(id, waiting, cancellationToken), state: null);
        return await waiting.Answer;
    }

    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception
            or AggregateException)
        {
            // It has ended by itself meanwhile.
        }
    }

    /// <summary>Lets the connector be disposed, and ends the process when that takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        _ = TryWriteAsync(new WorkerFrame(0, WorkerCall.Stop));
        await Ended.WaitAsync(StopTime).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Kill();
        await reading;
        await channel.DisposeAsync();
        process.Dispose();
    }

    private void GiveUp(long id, PendingCall waiting, CancellationToken cancellationToken)
    {
        if (!waiting.Cancel(cancellationToken))
        {
            return;
        }

        _ = TryWriteAsync(new WorkerFrame(id, WorkerCall.Cancel));
        if (Interlocked.Increment(ref unanswered) >= MostUnanswered)
        {
            Kill();
        }
    }

    // A worker that can't be reached any more has ended, or is about to; whoever waits hears of it then.
    private async Task TryWriteAsync(WorkerFrame frame)
    {
        try
        {
            await channel.WriteAsync(frame);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            Kill();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await channel.ReadAsync() is { } frame)
            {
                Take(frame);
            }
        }
        catch (Exception error) when (error is IOException or JsonException or ObjectDisposedException)
        {
            // It is gone, or makes no sense.
        }

        Kill();
        await process.WaitForExitAsync();
        ExitCode = process.ExitCode;
        ended.TrySetResult();
        foreach (var id in pending.Keys)
        {
            if (pending.TryRemove(id, out var waiting))
            {
                waiting.Fail(new WorkerException(WorkerException.Ended));
            }
        }
    }

    private void Take(WorkerFrame frame)
    {
        if (frame.Call == WorkerCall.Log)
        {
            if (frame.Body?.Deserialize(WorkerJson.Default.WorkerLogEntry) is { } entry)
            {
                Log(frame.Id, entry);
            }
        }
        else if (pending.TryRemove(frame.Id, out var waiting))
        {
            Answer(waiting, frame);
        }
    }

    private void Log(long id, WorkerLogEntry entry)
    {
        if (pending.TryGetValue(id, out var caller))
        {
            caller.RunInFlow(() => log(entry));
        }
        else
        {
            log(entry);
        }
    }

    private void Answer(PendingCall waiting, WorkerFrame frame)
    {
        if (waiting.Answer.IsCanceled)
        {
            Interlocked.Decrement(ref unanswered);
        }
        else if (frame.Call == WorkerCall.Result)
        {
            waiting.Complete(frame.Body);
        }
        else
        {
            waiting.Fail(WorkerFaults.ToException(frame.Body?.Deserialize(WorkerJson.Default.WorkerFault)));
        }
    }
}
