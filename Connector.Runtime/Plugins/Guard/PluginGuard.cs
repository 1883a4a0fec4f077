using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Keeps one build of a plugin from harming the host: the threads its code runs on, the faults it has made, and the
/// quarantine they lead to. Thread-safe.
/// </summary>
internal sealed class PluginGuard
{
    // What a call needs to see its token, clean up and end.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private const int EndingThreads = 4;

    private readonly Lock gate = new();
    private readonly FaultCount faults;
    private readonly EventBudget unhandledLog;
    private readonly TimeProvider timeProvider;
    private readonly ILogger logger;
    private volatile Quarantine? quarantine;

    public PluginGuard(string plugin, int maxThreads, TimeProvider timeProvider, ILogger logger)
    {
        Plugin = plugin;
        this.timeProvider = timeProvider;
        this.logger = logger;
        faults = new FaultCount(Math.Max(maxThreads / 2, 1));
        unhandledLog = new EventBudget(burst: 3, TimeSpan.FromMinutes(1), timeProvider);
        Calls = new PluginThreads($"plugin {plugin}", maxThreads, ReportUnhandled);
        Endings = new PluginThreads($"plugin {plugin} ends", EndingThreads, ReportUnhandled);
    }

    /// <summary>The plugin's id.</summary>
    public string Plugin { get; }

    /// <summary>What the plugin's code runs on.</summary>
    public PluginThreads Calls { get; }

    /// <summary>
    /// What it is cancelled and disposed on, so that calls which hang can't keep others from hearing that they are to
    /// end.
    /// </summary>
    public PluginThreads Endings { get; }

    /// <summary>Why it must not be called now; <see langword="null"/> when it may.</summary>
    public Quarantine? Quarantine
    {
        get
        {
            var current = quarantine;
            return current is null || current.Until > timeProvider.GetUtcNow() ? current : EndQuarantine(current);
        }
    }

    /// <summary>Calls that were given up and still run.</summary>
    public int HangingCalls
    {
        get
        {
            lock (gate)
            {
                return faults.Hanging;
            }
        }
    }

    /// <summary>For a connector that no plugin made.</summary>
    public static PluginGuard Alone(string name) =>
        new(name, PluginOptions.DefaultMaxThreads, TimeProvider.System, NullLogger.Instance);

    public void ReportSuccess()
    {
        // Every message passes here.
        if (faults.HasFaultsInRow)
        {
            lock (gate)
            {
                faults.Succeed();
            }
        }
    }

    /// <summary>A call threw, gave nothing, or found no free thread.</summary>
    /// <param name="connector">The connector's name.</param>
    /// <param name="fault">The exception's type, or what else went wrong; never its message.</param>
    public void ReportFault(string connector, string fault)
    {
        lock (gate)
        {
            Begin(faults.Fail($"{fault} in connector {connector}", timeProvider.GetUtcNow()));
        }
    }

    /// <summary>An exception that nothing in the host or the plugin handles.</summary>
    /// <param name="error">The exception.</param>
    public void ReportUnhandled(Exception error)
    {
        var exception = error.GetType().Name;
        if (unhandledLog.TryTake(out var unsaid))
        {
            GuardLog.Unhandled(logger, Plugin, exception, unsaid);
        }

        lock (gate)
        {
            Begin(faults.Escape(exception, timeProvider.GetUtcNow()));
        }
    }

    /// <summary>Counts a call that was given up, unless it ends soon.</summary>
    /// <param name="ended">Ends with the call; never fails.</param>
    /// <param name="purpose">What it is for, completing "A call to …".</param>
    public async Task AccountForAsync(Task ended, string purpose)
    {
        try
        {
            await ended.WaitAsync(Grace, timeProvider);
        }
        catch (TimeoutException)
        {
            ReportHanging(purpose);
            await ended;
            ReportEnded(purpose);
        }
    }

    /// <summary>Ends the quarantine because somebody says that the plugin is mended.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Release()
    {
        lock (gate)
        {
            if (Quarantine is null)
            {
                return false;
            }

            faults.Reset();
            quarantine = null;
        }

        GuardLog.ReleasedByAdministrator(logger, Plugin);
        return true;
    }

    private void ReportHanging(string purpose)
    {
        lock (gate)
        {
            var begun = faults.Hang(timeProvider.GetUtcNow());
            GuardLog.Hangs(logger, Plugin, purpose, faults.Hanging);
            Begin(begun);
        }
    }

    private void ReportEnded(string purpose)
    {
        lock (gate)
        {
            faults.EndHanging();
            GuardLog.EndedLate(logger, Plugin, purpose, faults.Hanging);
        }
    }

    // Faults go on coming in from calls that began before; one quarantine is enough.
    private void Begin(Quarantine? begun)
    {
        if (begun is null || quarantine is not null)
        {
            return;
        }

        quarantine = begun;
        GuardLog.Quarantined(logger, Plugin, begun.Kind.Code, begun.Cause, QuarantineProblem.Fix(Plugin));
    }

    private Quarantine? EndQuarantine(Quarantine over)
    {
        lock (gate)
        {
            if (quarantine != over)
            {
                return quarantine;
            }

            faults.EndQuarantine(timeProvider.GetUtcNow());
            quarantine = null;
        }

        GuardLog.Released(logger, Plugin);
        return null;
    }
}
