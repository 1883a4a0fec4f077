using Connector.Abstractions;

namespace Connector.Runtime.Delivery;

/// <summary>
/// How a connector fares on this host: its share of the messages shrinks with each failure and drifts back, and after
/// many failures in a row it gets none for a while. Thread-safe.
/// </summary>
/// <remarks>
/// The drift follows what GOV.UK Notify does with its providers: a failing one gives a tenth of its share to the
/// others, and gets a tenth back for every quiet while.
/// </remarks>
internal sealed class ConnectorHealth(TimeProvider timeProvider)
{
    private const int FailuresToOpen = 5;
    private const int FullShare = 100;
    private const int Step = 10;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan QuietWhile = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private int failuresInRow;
    private int openings;
    private int share = FullShare;
    private long shareChangedAt;
    private long openedAt;
    private bool isOpen;
    private bool isProbing;
    private TimeSpan held;

    public BreakerState State
    {
        get
        {
            lock (gate)
            {
                return !isOpen ? BreakerState.Closed : IsPauseOver() ? BreakerState.HalfOpen : BreakerState.Open;
            }
        }
    }

    /// <summary>How much of its configured weight it has right now, in percent; never 0.</summary>
    public int Share
    {
        get
        {
            lock (gate)
            {
                DriftBack();
                return share;
            }
        }
    }

    /// <summary>How long until it may be tried again; zero when it may be right now.</summary>
    public TimeSpan Pause
    {
        get
        {
            lock (gate)
            {
                var left = isOpen ? PauseLength() - timeProvider.GetElapsedTime(openedAt) : TimeSpan.Zero;
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    public ConnectorHealthReport Report() => new(State, Share, (int)Math.Ceiling(Pause.TotalSeconds));

    /// <summary>Whether a message may go to it now; while it is half open, one at a time.</summary>
    public bool TryPass()
    {
        lock (gate)
        {
            if (!isOpen)
            {
                return true;
            }

            if (isProbing || !IsPauseOver())
            {
                return false;
            }

            return isProbing = true;
        }
    }

    /// <summary>Lets it have no message for so long, whatever the last ones became.</summary>
    public void Hold(TimeSpan time)
    {
        lock (gate)
        {
            isOpen = true;
            isProbing = false;
            openings = Math.Max(openings, 1);
            held = time;
            openedAt = timeProvider.GetTimestamp();
        }
    }

    /// <summary>Learns from the outcome of a message that <see cref="TryPass"/> let through.</summary>
    /// <returns>Whether the breaker has just opened or closed.</returns>
    public bool Report(SendOutcome outcome) => IsFailure(outcome) ? ReportFailure() : ReportSuccess();

    // A refusal for the recipient's sake is the provider working as it should.
    private static bool IsFailure(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Unknown => true,
        SendOutcome.Refused { Reason: var reason } => reason is RefusalReason.ProviderUnavailable
            or RefusalReason.Authentication
            or RefusalReason.Misconfigured
            or RefusalReason.QuotaExhausted
            or RefusalReason.NotAttempted,
        _ => false,
    };

    private bool ReportSuccess()
    {
        lock (gate)
        {
            var wasOpen = isOpen;
            failuresInRow = 0;
            isOpen = false;
            isProbing = false;
            openings = 0;
            held = TimeSpan.Zero;
            return wasOpen;
        }
    }

    private bool ReportFailure()
    {
        lock (gate)
        {
            DriftBack();
            share = Math.Max(share - Step, Step);
            shareChangedAt = timeProvider.GetTimestamp();
            failuresInRow++;
            if (isOpen ? !isProbing : failuresInRow < FailuresToOpen)
            {
                return false;
            }

            isOpen = true;
            isProbing = false;
            openings++;
            held = TimeSpan.Zero;
            openedAt = timeProvider.GetTimestamp();
            return openings == 1;
        }
    }

    private void DriftBack()
    {
        if (share == FullShare)
        {
            return;
        }

        var steps = (int)Math.Min(timeProvider.GetElapsedTime(shareChangedAt) / QuietWhile, FullShare);
        if (steps > 0)
        {
            share = Math.Min(share + (steps * Step), FullShare);
            shareChangedAt = timeProvider.GetTimestamp();
        }
    }

    private bool IsPauseOver() => timeProvider.GetElapsedTime(openedAt) >= PauseLength();

    private TimeSpan PauseLength()
    {
        var doubled = FirstPause * Math.Pow(2, Math.Min(openings - 1, 10));
        return held > TimeSpan.Zero ? held : doubled < LongestPause ? doubled : LongestPause;
    }
}
