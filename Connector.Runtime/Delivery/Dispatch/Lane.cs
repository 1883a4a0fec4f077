namespace Connector.Runtime.Delivery;

/// <summary>How many messages this host may still send through one connector right now. Thread-safe.</summary>
internal sealed class Lane(string connector, int places) : IDisposable
{
    private readonly SemaphoreSlim woken = new(0, 1);
    private int free = places;
    private volatile HeldBack heldBack;
    private int releases;
    private int releasesBeforeLook;

    public string Connector => connector;

    /// <summary>Whether messages wait in the database, which new ones must not overtake.</summary>
    public bool HasBacklog { get; set; } = true;

    /// <summary>Takes one place for a message that has just arrived.</summary>
    public bool TryTake() => !HasBacklog && Take(1) == 1;

    /// <summary>Takes up to so many places.</summary>
    public int Take(int most)
    {
        while (true)
        {
            var seen = Volatile.Read(ref free);
            var count = Math.Min(seen, most);
            if (count <= 0)
            {
                return 0;
            }

            if (Interlocked.CompareExchange(ref free, seen - count, seen) == seen)
            {
                return count;
            }
        }
    }

    /// <summary>Gives places back that nothing was found for.</summary>
    public void Return(int count) => Interlocked.Add(ref free, count);

    /// <summary>
    /// Gives the places of messages back that are through, and lets the pump look for more when there is a backlog.
    /// </summary>
    public void Release(int count)
    {
        Interlocked.Add(ref free, count);
        Interlocked.Increment(ref releases);
        if (HasBacklog && heldBack != HeldBack.ByRate)
        {
            Wake();
        }
    }

    /// <summary>
    /// Before the pump looks, so that whoever adds a message after it sees that nobody looks any more.
    /// </summary>
    public void BeginLook()
    {
        releasesBeforeLook = Volatile.Read(ref releases);
        HasBacklog = false;
    }

    /// <summary>
    /// A message waits in the database: has the pump look, unless it knows that nothing may be sent yet.
    /// </summary>
    public void Offer()
    {
        HasBacklog = true;
        if (heldBack == HeldBack.No)
        {
            Wake();
        }
    }

    public void Wake()
    {
        try
        {
            if (woken.CurrentCount == 0)
            {
                woken.Release();
            }
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has just woken it.
        }
    }

    /// <summary>Waits until <see cref="Wake"/>, or so long.</summary>
    /// <param name="most">The longest.</param>
    /// <param name="reason">What holds back every message that is due, so that further ones change nothing.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitAsync(
        TimeSpan most, HeldBack reason, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        heldBack = reason;
        if (WasReleasedDuringLook(reason))
        {
            Wake();
        }

        await using var timer = timeProvider.CreateTimer(
            static lane => ((Lane)lane!).Wake(), this, most, Timeout.InfiniteTimeSpan);
        await woken.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        heldBack = HeldBack.No;
    }

    // Who gave a place back during the look saw no backlog yet, and woke nobody.
    private bool WasReleasedDuringLook(HeldBack reason)
    {
        Interlocked.MemoryBarrier();
        return HasBacklog && reason != HeldBack.ByRate && Volatile.Read(ref releases) != releasesBeforeLook;
    }

    public void Dispose() => woken.Dispose();
}
