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
}
