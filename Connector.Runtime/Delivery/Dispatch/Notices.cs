using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Tells other hosts that messages wait: at once, but not again within a moment, because PostgreSQL commits
/// notifications one after the other. Thread-safe.
/// </summary>
/// <param name="notify">Tells them.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class Notices(Func<Task> notify, TimeProvider timeProvider)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private const int Idle = 0;
    private const int Pausing = 1;
    private const int Due = 2;

    private int state;

    /// <summary>Tells them now, or as soon as the last notice is old enough.</summary>
    public void Send()
    {
        if (Volatile.Read(ref state) != Due && Interlocked.Exchange(ref state, Due) == Idle)
        {
            _ = RunAsync();
        }
    }

    private async Task RunAsync()
    {
        do
        {
            Volatile.Write(ref state, Pausing);
            await TryNotifyAsync();
            await Task.Delay(Pause, timeProvider);
        }
        while (Interlocked.CompareExchange(ref state, Idle, Pausing) == Due);
    }

    private async Task TryNotifyAsync()
    {
        try
        {
            await notify();
        }
        catch (StorageException)
        {
            // The others look by themselves, a second later.
        }
    }
}
