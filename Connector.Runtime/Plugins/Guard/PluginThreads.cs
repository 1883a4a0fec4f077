namespace Connector.Runtime.Plugins;

/// <summary>
/// The threads that one plugin may block: as many as there is work for, up to a limit. What it blocks here is missing
/// nowhere else. Thread-safe.
/// </summary>
/// <param name="name">What the threads are called.</param>
/// <param name="limit">The most threads at a time.</param>
/// <param name="escaped">
/// Hears of exceptions that nobody awaits, such as those of an <c>async void</c> method; must not throw.
/// </param>
internal sealed class PluginThreads(string name, int limit, Action<Exception> escaped)
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    // As long as work is taken up at least this often, it only waits for the processor, and more threads don't help.
    private static readonly TimeSpan StallTime = TimeSpan.FromMilliseconds(10);

    // Not a Lock: threads wait for its pulse.
    private readonly object gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> queue = new();
    private readonly int quickThreads = Math.Min(Environment.ProcessorCount, limit);
    private PluginSynchronizationContext? context;
    private ITimer? watch;
    private bool isWatching;
    private int threads;
    private int idle;
    private long taken;
    private long takenBefore;

    /// <summary>How many threads there are right now, idle ones included.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return threads;
            }
        }
    }

    /// <summary>Runs code on one of the threads as soon as one is free. Never blocks or throws.</summary>
    public void Post(SendOrPostCallback callback, object? state)
    {
        lock (gate)
        {
            queue.Enqueue((callback, state));
            if (queue.Count <= idle)
            {
                Monitor.Pulse(gate);
            }
            else if (threads < quickThreads)
            {
                StartThread();
            }
            else
            {
                Watch();
            }
        }
    }

    /// <summary>Runs code on one of the threads, with what flows with the caller.</summary>
    /// <returns>The code's own task; nothing of the host ever goes on on the plugin's threads.</returns>
    public Task<T> RunAsync<T>(Func<Task<T>> code)
    {
        var started = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var flow = ExecutionContext.Capture() ?? throw new InvalidOperationException("The flow is suppressed.");
        Post(_ => ExecutionContext.Run(flow, _ => started.SetResult(Begin(code)), state: null), state: null);
        return started.Task.Unwrap();
    }

    private static Task<T> Begin<T>(Func<Task<T>> code)
    {
        try
        {
            return code();
        }
#pragma warning disable CA1031 // The plugin boundary: whatever it throws is the task's.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(error);
        }
    }

    private void StartThread()
    {
        context ??= new PluginSynchronizationContext(this);
        var thread = new Thread(Work)
        {
            // A plugin that hangs must not keep the process from ending.
            IsBackground = true,
            Name = name,
        };
        try
        {
            threads++;
            thread.UnsafeStart();
        }
        catch (OutOfMemoryException)
        {
            // The machine has no thread left; what waits is tried again, until its deadline.
            threads--;
            Watch();
        }
    }

    private void Watch()
    {
        if (isWatching)
        {
            return;
        }

        isWatching = true;
        takenBefore = taken;
        watch ??= TimeProvider.System.CreateTimer(
            static threads => ((PluginThreads)threads!).LookForStall(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        watch.Change(StallTime, StallTime);
    }

    private void LookForStall()
    {
        lock (gate)
        {
            if (queue.Count == 0)
            {
                isWatching = false;
                watch!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                return;
            }

            var isStalled = taken == takenBefore;
            takenBefore = taken;
            var more = isStalled ? Math.Min(Math.Min(Math.Max(threads, 1), queue.Count), limit - threads) : 0;
            for (; more > 0; more--)
            {
                StartThread();
            }
        }
    }

    private void Work()
    {
        while (TryTake(out var work))
        {
            // The code before may have changed it.
            SynchronizationContext.SetSynchronizationContext(context);
            try
            {
                work.Callback(work.State);
            }
#pragma warning disable CA1031 // The plugin boundary: what its code throws must not end the process.
            catch (Exception error)
#pragma warning restore CA1031
            {
                escaped(error);
            }
        }
    }

    private bool TryTake(out (SendOrPostCallback Callback, object? State) work)
    {
        lock (gate)
        {
            while (!queue.TryDequeue(out work))
            {
                idle++;
                var isPulsed = Monitor.Wait(gate, IdleTime);
                idle--;
                if (!isPulsed && queue.Count == 0)
                {
                    threads--;
                    return false;
                }
            }

            taken++;
            return true;
        }
    }
}
