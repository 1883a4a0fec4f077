using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>Event ids 1080 to 1099: the record of which builds were trusted, when and why.</summary>
internal static partial class TrustLog
{
    [LoggerMessage(1080, LogLevel.Information, "Plugin {Id} {Version} trusted at its first use: {Hash}")]
    public static partial void TrustedAtFirstUse(ILogger logger, string id, string? version, string hash);

    [LoggerMessage(
        1081,
        LogLevel.Information,
        "Plugin {Id} changed from {OldVersion} ({OldHash}) to {Version} ({Hash}); recorded")]
    public static partial void Changed(
        ILogger logger, string id, string? oldVersion, string oldHash, string? version, string hash);

    [LoggerMessage(1082, LogLevel.Warning, "Plugin {Id} {Version} is used but can't be recorded: {Why}")]
    public static partial void NotRecorded(ILogger logger, string id, string? version, string why);

    [LoggerMessage(1083, LogLevel.Error, "{Path} is ignored as it is now, and its last good content counts: {Why}")]
    public static partial void FileIgnored(ILogger logger, string path, string why);

    [LoggerMessage(
        1084,
        LogLevel.Information,
        "Plugin {Id} {Version} ({Hash}) locked by an administrator; before: {OldVersion} ({OldHash})")]
    public static partial void Locked(
        ILogger logger, string id, string? version, string? hash, string? oldVersion, string? oldHash);

    [LoggerMessage(1085, LogLevel.Information, "Plugin {Id} {Version} ({Hash}) removed by an administrator")]
    public static partial void Removed(ILogger logger, string id, string? version, string? hash);
}
