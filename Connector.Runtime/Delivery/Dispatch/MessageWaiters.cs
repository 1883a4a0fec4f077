using System.Collections.Concurrent;

namespace Connector.Runtime.Delivery;

/// <summary>Callers that wait for what becomes of a message that this host sends. Thread-safe.</summary>
internal sealed class MessageWaiters
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);

    /// <summary>Begins to wait; dispose what comes back when nobody waits any more.</summary>
    public Waiter Add(string messageId)
    {
        var source = waiting.GetOrAdd(
            messageId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return new Waiter(this, messageId, source.Task);
    }

    /// <summary>This host has nothing more to do for the message for now.</summary>
    public void Signal(string messageId)
    {
        if (!waiting.IsEmpty && waiting.TryGetValue(messageId, out var source))
        {
            source.TrySetResult();
        }
    }

    /// <summary>One caller's wait.</summary>
    internal readonly struct Waiter(MessageWaiters owner, string messageId, Task signaled) : IDisposable
    {
        public Task Signaled => signaled;

        public void Dispose() => owner.waiting.TryRemove(messageId, out _);
    }
}
