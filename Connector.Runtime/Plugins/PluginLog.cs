using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>Event ids 1000 to 1099. A cause is safe to log: it never holds configuration or messages.</summary>
internal static partial class PluginLog
{
    [LoggerMessage(1000, LogLevel.Information, "{Count} plugins found, {Usable} of them usable")]
    public static partial void Scanned(ILogger logger, int count, int usable);

    [LoggerMessage(1001, LogLevel.Error, "Plugin {Path} is {State}. {Code}: {Cause} {Fix}")]
    public static partial void Unusable(
        ILogger logger, string path, PluginState state, string code, string cause, string fix);

    [LoggerMessage(1002, LogLevel.Warning, "Plugin {Path}. {Code}: {Cause} {Fix}")]
    public static partial void Doubtful(ILogger logger, string path, string code, string cause, string fix);

    [LoggerMessage(1003, LogLevel.Information, "Plugin {Id} {Version} loaded")]
    public static partial void Loaded(ILogger logger, string id, string? version);

    [LoggerMessage(1004, LogLevel.Error, "Plugin {Id} is {State}. {Code}: {Cause} {Fix}")]
    public static partial void LoadFailed(
        ILogger logger, string id, PluginState state, string code, string cause, string fix);

    [LoggerMessage(1050, LogLevel.Information,
        "Plugin {Id} was replaced while running: {Earlier} by {Version}. Connectors that went over: {Connectors}")]
    public static partial void Updated(
        ILogger logger, string id, string? earlier, string? version, int connectors);

    [LoggerMessage(1051, LogLevel.Error, "Plugin {Id}: {Code}: {Cause} {Fix}")]
    public static partial void UpdateRejected(ILogger logger, string id, string code, string cause, string fix);

    [LoggerMessage(1052, LogLevel.Warning,
        "Plugin {Id} {Version} serves no more: it was removed, or may not run any more. Its connectors have stopped")]
    public static partial void Removed(ILogger logger, string id, string? version);

    [LoggerMessage(1053, LogLevel.Information, "Plugin {Id} {Version} was unloaded")]
    public static partial void Unloaded(ILogger logger, string id, string? version);

    [LoggerMessage(1054, LogLevel.Warning,
        "Plugin {Id} {Version} could not be unloaded: something in it outlives its connectors. It stays in memory")]
    public static partial void NotUnloaded(ILogger logger, string id, string? version);

    [LoggerMessage(1055, LogLevel.Information,
        "Plugin {Id} {Version} stays in memory until the host restarts: the first build of a plugin runs at full "
        + "speed, for which it can't be unloaded")]
    public static partial void StaysLoaded(ILogger logger, string id, string? version);

    [LoggerMessage(1056, LogLevel.Warning,
        "Plugin {Id} {Version} still had connectors in use long after it was replaced")]
    public static partial void NotDrained(ILogger logger, string id, string? version);

    [LoggerMessage(1057, LogLevel.Warning,
        "The plugin folder {Path} is missing or can't be read; what runs goes on")]
    public static partial void FolderLost(ILogger logger, string path);

    [LoggerMessage(1058, LogLevel.Information, "The plugin folder {Path} can be read again")]
    public static partial void FolderFound(ILogger logger, string path);

    [LoggerMessage(1059, LogLevel.Information,
        "The system gives no signals for the plugin folder {Path} ({Exception}); it is looked through now and then")]
    public static partial void NoSignals(ILogger logger, string path, string exception);

    [LoggerMessage(1060, LogLevel.Error, "The plugin folder could not be followed: {Exception}. It is tried again")]
    public static partial void WatchFailed(ILogger logger, string exception);

    [LoggerMessage(1061, LogLevel.Information, "Changes of the plugin folder {Path} are heard at once")]
    public static partial void Listening(ILogger logger, string path);
}
