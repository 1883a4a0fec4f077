using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Event ids 2280 to 2299: what plugins do wrong while they run. An exception is told by its type only.
/// </summary>
internal static partial class GuardLog
{
    [LoggerMessage(2280, LogLevel.Error, "Plugin {Plugin} is quarantined. {Code}: {Cause} {Fix}")]
    public static partial void Quarantined(ILogger logger, string plugin, string code, string cause, string fix);

    [LoggerMessage(2281, LogLevel.Information, "Plugin {Plugin} is called again: its quarantine is over")]
    public static partial void Released(ILogger logger, string plugin);

    [LoggerMessage(2282, LogLevel.Information, "Plugin {Plugin} is called again: an administrator released it")]
    public static partial void ReleasedByAdministrator(ILogger logger, string plugin);

    [LoggerMessage(2283, LogLevel.Warning,
        "A call of plugin {Plugin} to {Purpose} was given up and still runs; {Count} such calls do")]
    public static partial void Hangs(ILogger logger, string plugin, string purpose, int count);

    [LoggerMessage(2284, LogLevel.Information,
        "A call of plugin {Plugin} to {Purpose} that was given up has ended; {Count} such calls still run")]
    public static partial void EndedLate(ILogger logger, string plugin, string purpose, int count);

    [LoggerMessage(2285, LogLevel.Error,
        "Plugin {Plugin} threw {Exception} where nothing handles it; the host goes on. {Unsaid} more before were not "
        + "logged")]
    public static partial void Unhandled(ILogger logger, string plugin, string exception, int unsaid);

    [LoggerMessage(2286, LogLevel.Error,
        "Connector {Connector} was not called: until the deadline its plugin blocked all its threads")]
    public static partial void FoundNoThread(ILogger logger, string connector);

    [LoggerMessage(2287, LogLevel.Warning,
        "Connector {Connector} writes more to the log than it may; {Unsaid} entries are left out here")]
    public static partial void Flooded(ILogger logger, string connector, int unsaid);

    [LoggerMessage(2290, LogLevel.Error,
        "The worker process of connector {Connector} ended with exit code {ExitCode}; what it was sending has an "
        + "unknown outcome. It is started again in {Pause}")]
    public static partial void WorkerEnded(ILogger logger, string connector, int exitCode, TimeSpan pause);

    [LoggerMessage(2291, LogLevel.Information, "The worker process of connector {Connector} runs again")]
    public static partial void WorkerStartedAgain(ILogger logger, string connector);

    [LoggerMessage(2292, LogLevel.Error,
        "The worker process of connector {Connector} could not be started again: {Exception}. It is tried again")]
    public static partial void WorkerNotStarted(ILogger logger, string connector, string exception);
}
