using Microsoft.Extensions.Logging;

namespace Connector.Runtime;

/// <summary>
/// Everything the engine logs besides the plugin pipeline. Event ids 2000 to 2099; no numbers, codes or secrets.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Information, "Connector {Connector} runs on plugin {Plugin}")]
    public static partial void ConnectorRunning(ILogger logger, string connector, string plugin);

    [LoggerMessage(2001, LogLevel.Error, "Connector {Connector} doesn't run: {Code}: {Cause}")]
    public static partial void ConnectorNotRunning(ILogger logger, string connector, string code, string cause);

    [LoggerMessage(2002, LogLevel.Warning, "Connector {Connector} threw {Exception} when it was disposed")]
    public static partial void DisposeFailed(ILogger logger, string connector, string exception);

    [LoggerMessage(2003, LogLevel.Information,
        "Plugin {Plugin}, which no connector uses, is loaded because an administrator tests it")]
    public static partial void LoadedForAdministrator(ILogger logger, string plugin);

    [LoggerMessage(2010, LogLevel.Warning, "Connector {Connector} did not answer in time")]
    public static partial void SendTimedOut(ILogger logger, string connector);

    [LoggerMessage(2011, LogLevel.Error, "Connector {Connector} failed while sending: {Fault}")]
    public static partial void SendFaulted(ILogger logger, string connector, string fault);

    [LoggerMessage(2012, LogLevel.Information,
        "Message {MessageId} through {Connector}: {Outcome}, reason {Reason}, provider code {ProviderCode}")]
    public static partial void Sent(
        ILogger logger, string messageId, string connector, string outcome, string? reason, string? providerCode);
}
