namespace Connector.Host;

/// <summary>Everything this project logs; event ids 5000 to 5999.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Error, "Request {TraceId} failed")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string traceId);

    [LoggerMessage(5001, LogLevel.Information, "Created the API key {KeyId} in {File}")]
    public static partial void ApiKeyCreated(ILogger logger, string keyId, string file);
}
