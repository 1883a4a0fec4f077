namespace TwilioSimulator.Callbacks;

/// <summary>The last callback requests.</summary>
internal sealed class CallbackLog(int capacity)
{
    private readonly Lock gate = new();
    private readonly Queue<CallbackAttempt> attempts = new();

    public void Add(CallbackAttempt attempt)
    {
        lock (gate)
        {
            attempts.Enqueue(attempt);
            if (attempts.Count > capacity)
            {
                attempts.Dequeue();
            }
        }
    }

    public IReadOnlyList<CallbackAttempt> Snapshot()
    {
        lock (gate)
        {
            return [.. attempts];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            attempts.Clear();
        }
    }
}
