using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>What is logged of stored connectors. Event ids 2240 to 2259; no configuration.</summary>
internal static partial class StoredLog
{
    [LoggerMessage(2240, LogLevel.Information, "Connector {Connector} is now at revision {Revision}: {State}")]
    public static partial void Changed(ILogger logger, string connector, long revision, ConnectorState state);

    [LoggerMessage(2241, LogLevel.Information, "Connector {Connector} was deleted")]
    public static partial void Removed(ILogger logger, string connector);

    [LoggerMessage(2242, LogLevel.Error,
        "Connector {Connector} could not be brought to revision {Revision} on this host: {Code}: {Cause} {Fix}")]
    public static partial void NotActivated(
        ILogger logger, string connector, long revision, string code, string cause, string fix);

    [LoggerMessage(2243, LogLevel.Information,
        "{Author} {Action} connector {Connector}, revision {Revision}")]
    public static partial void Stored(
        ILogger logger, string author, ConnectorAction action, string connector, long revision);

    [LoggerMessage(2244, LogLevel.Error,
        "The stored connectors can't be read: {Code}: {Cause} {Fix} They serve as they were until they can")]
    public static partial void Unreadable(ILogger logger, string code, string cause, string fix);

    [LoggerMessage(2245, LogLevel.Information, "The stored connectors can be read again")]
    public static partial void ReadableAgain(ILogger logger);
}
