namespace Connector.Runtime.Plugins;

/// <summary>How often something may be told: some at once, then one for each while. Thread-safe.</summary>
internal sealed class EventBudget(int burst, TimeSpan refill, TimeProvider timeProvider)
{
    private readonly Lock gate = new();
    private int told;
    private int untold;
    private long refilled;

    /// <summary>Whether one more may be told.</summary>
    /// <param name="unsaid">How many were not, since the last one that was.</param>
    public bool TryTake(out int unsaid)
    {
        lock (gate)
        {
            Refill();
            if (told == burst)
            {
                untold++;
                unsaid = 0;
                return false;
            }

            told++;
            unsaid = untold;
            untold = 0;
            return true;
        }
    }

    private void Refill()
    {
        var now = timeProvider.GetTimestamp();
        var due = timeProvider.GetElapsedTime(refilled, now) / refill;
        if (told == 0 || due >= 1)
        {
            told = (int)Math.Max(told - Math.Min(due, burst), 0);
            refilled = now;
        }
    }
}
