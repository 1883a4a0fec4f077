using System.Collections.Concurrent;

namespace Connector.Runtime.Delivery;

/// <summary>Which connectors this host works for, and on how many offers of each at a time. Thread-safe.</summary>
internal sealed class OfferSubscriptions
{
    private readonly ConcurrentDictionary<string, int> prefetches = new(StringComparer.Ordinal);
    private TaskCompletionSource changed = NewSignal();

    public IReadOnlyDictionary<string, int> Current => prefetches;

    /// <summary>
    /// Completes at the next change. Taken before <see cref="Current"/> is read, no change is missed.
    /// </summary>
    public Task Changed => Volatile.Read(ref changed).Task;

    public void Set(string connector, int prefetch)
    {
        prefetches[connector] = prefetch;
        SignalChange();
    }

    public void Remove(string connector)
    {
        prefetches.TryRemove(connector, out _);
        SignalChange();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void SignalChange() => Interlocked.Exchange(ref changed, NewSignal()).SetResult();
}
