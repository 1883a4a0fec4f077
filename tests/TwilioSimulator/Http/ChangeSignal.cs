namespace TwilioSimulator.Http;

/// <summary>Lets tests wait for something to become true instead of sleeping.</summary>
internal sealed class ChangeSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource? changed;

    public void Notify()
    {
        // Without a waiter, the usual case, a change costs this one read.
        if (Volatile.Read(ref changed) is null)
        {
            return;
        }

        lock (gate)
        {
            changed?.TrySetResult();
            changed = null;
        }
    }

    public async Task WaitAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Taken before looking: a change after the look completes this very task.
            var next = Next();
            if (condition())
            {
                return;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    private Task Next()
    {
        lock (gate)
        {
            changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Interlocked.MemoryBarrier();
            return changed.Task;
        }
    }
}
