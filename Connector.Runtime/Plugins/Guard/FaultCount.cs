using System.Globalization;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Counts what a plugin does wrong and decides when it has done enough. What a provider refuses is no fault of the
/// plugin. Not thread-safe.
/// </summary>
/// <param name="mostHanging">How many calls that were given up may still run.</param>
internal sealed class FaultCount(int mostHanging)
{
    private const int MostInRow = 10;
    private const int MostUnhandled = 3;

    private static readonly TimeSpan UnhandledWhile = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstQuarantine = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestQuarantine = TimeSpan.FromHours(1);

    private readonly Queue<DateTimeOffset> unhandled = new();
    private int inRow;
    private int hanging;
    private int forgiven;
    private int quarantines;
    private DateTimeOffset lastEnd;

    /// <summary>Calls that were given up and still run.</summary>
    public int Hanging => hanging;

    /// <summary>Whether a success would change anything.</summary>
    public bool HasFaultsInRow => Volatile.Read(ref inRow) > 0;

    public void Succeed() => inRow = 0;

    /// <summary>A call threw, gave nothing, or found no free thread.</summary>
    /// <param name="what">Such as <c>InvalidOperationException in connector acme</c>.</param>
    /// <param name="now">The time.</param>
    public Quarantine? Fail(string what, DateTimeOffset now) => ++inRow < MostInRow
        ? null
        : Begin(ProblemKinds.RepeatedFaults, $"{inRow} of its calls in a row went wrong, the last by {what}", now);

    /// <summary>A call ended neither at its deadline nor a while later.</summary>
    /// <param name="now">The time.</param>
    public Quarantine? Hang(DateTimeOffset now)
    {
        hanging++;
        inRow++;
        return inRow < MostInRow && hanging - forgiven < mostHanging
            ? null
            : Begin(ProblemKinds.CallsHang, $"{hanging} of its calls were given up and still run", now);
    }

    /// <summary>A call that was given up has ended after all.</summary>
    public void EndHanging()
    {
        hanging--;
        forgiven = Math.Min(forgiven, hanging);
    }

    /// <summary>It threw on a thread of its own, or where nothing awaits it.</summary>
    /// <param name="exception">The exception's type.</param>
    /// <param name="now">The time.</param>
    public Quarantine? Escape(string exception, DateTimeOffset now)
    {
        while (unhandled.TryPeek(out var oldest) && now - oldest > UnhandledWhile)
        {
            unhandled.Dequeue();
        }

        unhandled.Enqueue(now);
        inRow++;
        return inRow < MostInRow && unhandled.Count < MostUnhandled
            ? null
            : Begin(
                ProblemKinds.UnhandledExceptions,
                $"it threw {unhandled.Count} exceptions where nobody handles them, the last {exception}",
                now);
    }

    /// <summary>Time is over: the next fault, if it comes before a success, begins another quarantine.</summary>
    public void EndQuarantine(DateTimeOffset now)
    {
        Forgive();
        inRow = MostInRow - 1;
        lastEnd = now;
    }

    /// <summary>Somebody says that it is mended.</summary>
    public void Reset()
    {
        Forgive();
        inRow = 0;
        quarantines = 0;
    }

    private void Forgive()
    {
        forgiven = hanging;
        unhandled.Clear();
    }

    private Quarantine Begin(ProblemKind kind, string what, DateTimeOffset now)
    {
        quarantines = quarantines > 0 && now - lastEnd > LongestQuarantine ? 1 : quarantines + 1;
        var doubled = FirstQuarantine * Math.Pow(2, Math.Min(quarantines - 1, 10));
        var until = now + (doubled < LongestQuarantine ? doubled : LongestQuarantine);
        var end = until.ToString("u", CultureInfo.InvariantCulture);
        return new Quarantine(kind, $"The host doesn't call the plugin until {end}: {what}.", until);
    }
}
