namespace Connector.Runtime.Connectors;

/// <summary>Counts the calls under way, so that what they use is disposed after the last one. Thread-safe.</summary>
internal sealed class CallGate
{
    // The sign bit says closed, the others count.
    private const int Closed = int.MinValue;

    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int state;

    /// <summary>Begins a call, unless the gate is closed.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref state) > 0)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref state) == Closed)
        {
            empty.TrySetResult();
        }
    }

    /// <summary>Lets no call begin any more.</summary>
    /// <returns>A task that ends with the last call.</returns>
    public Task CloseAsync()
    {
        if ((Interlocked.Or(ref state, Closed) & ~Closed) == 0)
        {
            empty.TrySetResult();
        }

        return empty.Task;
    }
}
