namespace Connector.Host;

/// <summary>Everything this project logs; event ids 5000 to 5999.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Error, "Request {TraceId} failed")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string traceId);

    [LoggerMessage(5001, LogLevel.Information, "Created the API key {KeyId} in {File}")]
    public static partial void ApiKeyCreated(ILogger logger, string keyId, string file);

    [LoggerMessage(5002, LogLevel.Information, "Read the API keys again; {Count} are valid")]
    public static partial void ApiKeysRead(ILogger logger, int count);

    [LoggerMessage(5003, LogLevel.Error, "{Cause} The keys that were valid before stay valid")]
    public static partial void ApiKeysUnreadable(ILogger logger, string cause);

    [LoggerMessage(5004, LogLevel.Warning, "{File} is gone. Its keys stay valid until the host restarts")]
    public static partial void ApiKeysGone(ILogger logger, string file);
}
