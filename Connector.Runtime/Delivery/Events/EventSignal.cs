using System.Threading.Channels;

namespace Connector.Runtime.Delivery;

/// <summary>Wakes whoever delivers events. Thread-safe; one may wait.</summary>
internal sealed class EventSignal : IDisposable
{
    /// <summary>Long enough for the commit of an event that is just being recorded.</summary>
    private static readonly TimeSpan CommitTime = TimeSpan.FromMilliseconds(30);

    private readonly Channel<bool> flag =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly TimeProvider timeProvider;
    private readonly ITimer timer;
    private int isArmed;

    public EventSignal(TimeProvider timeProvider)
    {
        this.timeProvider = timeProvider;
        timer = timeProvider.CreateTimer(
            _ => Ring(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Set() => flag.Writer.TryWrite(true);

    /// <summary>Sets the signal in a moment; thousands of calls within that moment set it once.</summary>
    public void SetSoon()
    {
        if (Interlocked.Exchange(ref isArmed, 1) == 0)
        {
            timer.Change(CommitTime, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Waits for the signal, but no longer than a time, and takes it back.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await flag.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look all the same.
        }
    }

    public void Dispose() => timer.Dispose();

    private void Ring()
    {
        Volatile.Write(ref isArmed, 0);
        Set();
    }
}
