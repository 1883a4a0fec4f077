using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime;

/// <summary>
/// Everything the engine logs besides the plugin pipeline. Event ids 2000 to 2099; no numbers, codes or secrets.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Information, "Connector {Connector} runs on plugin {Plugin}")]
    public static partial void ConnectorRunning(ILogger logger, string connector, string plugin);

    [LoggerMessage(2001, LogLevel.Error, "Connector {Connector} doesn't run: {Code}: {Cause} {Fix}")]
    public static partial void ConnectorNotRunning(
        ILogger logger, string connector, string code, string cause, string fix);

    [LoggerMessage(2002, LogLevel.Warning, "Connector {Connector} threw {Exception} when it was disposed")]
    public static partial void DisposeFailed(ILogger logger, string connector, string exception);

    [LoggerMessage(2003, LogLevel.Information,
        "Plugin {Plugin}, {State}, runs because an administrator tries it out")]
    public static partial void RunForAdministrator(ILogger logger, string plugin, PluginState state);

    [LoggerMessage(2004, LogLevel.Warning,
        "Connector {Connector} was still busy when it had to stop; what it was sending has an unknown outcome")]
    public static partial void StoppedWhileBusy(ILogger logger, string connector);

    [LoggerMessage(2005, LogLevel.Warning, "Connector {Connector} did not end in time when it was disposed")]
    public static partial void DisposeTimedOut(ILogger logger, string connector);

    [LoggerMessage(2006, LogLevel.Warning, "Connector {Connector} could not {Purpose}: {End} {Fault}")]
    public static partial void CapabilityFailed(
        ILogger logger, string connector, string purpose, CallEnd end, string? fault);

    [LoggerMessage(2007, LogLevel.Warning, "Connector {Connector} has a doubtful configuration: [{Pointer}] {Issue}")]
    public static partial void ConfigDoubtful(ILogger logger, string connector, string pointer, string issue);

    [LoggerMessage(2008, LogLevel.Error, "Connector {Connector} could not be activated: {Exception}")]
    public static partial void ActivationBroke(ILogger logger, string connector, string exception);

    [LoggerMessage(2010, LogLevel.Warning, "Connector {Connector} did not answer in time")]
    public static partial void SendTimedOut(ILogger logger, string connector);

    [LoggerMessage(2011, LogLevel.Error, "Connector {Connector} failed while sending: {Fault}")]
    public static partial void SendFaulted(ILogger logger, string connector, string? fault);

    [LoggerMessage(2013, LogLevel.Warning,
        "The caller of message {MessageId} left while {Connector} was sending; the message may have left too")]
    public static partial void CallerLeft(ILogger logger, string messageId, string connector);

    [LoggerMessage(2012, LogLevel.Information,
        "Message {MessageId} through {Connector}: {Outcome}, reason {Reason}, provider code {ProviderCode}")]
    public static partial void Sent(
        ILogger logger, string messageId, string connector, string outcome, string? reason, string? providerCode);

    [LoggerMessage(2020, LogLevel.Warning,
        "The connection that hears other hosts broke ({Exception}); it is renewed, meanwhile they are heard late")]
    public static partial void ListenerBroke(ILogger logger, string exception);

    [LoggerMessage(2021, LogLevel.Error,
        "The database is not open: {Code}: {Cause} {Fix} It is tried again until it opens")]
    public static partial void StorageUnreachable(ILogger logger, string code, string cause, string fix);

    [LoggerMessage(2022, LogLevel.Information, "The database is open")]
    public static partial void StorageReached(ILogger logger);
}
