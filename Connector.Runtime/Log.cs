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

    [LoggerMessage(2023, LogLevel.Warning,
        "Gave back {Count} messages that this host had taken when its connection to the database broke")]
    public static partial void GaveBack(ILogger logger, int count);

    [LoggerMessage(2030, LogLevel.Warning,
        "Connector {Connector} failed again and again, last {Outcome}; it gets no messages for {Pause}")]
    public static partial void BreakerOpened(ILogger logger, string connector, string outcome, TimeSpan pause);

    [LoggerMessage(2031, LogLevel.Information, "Connector {Connector} works again and gets its messages")]
    public static partial void BreakerClosed(ILogger logger, string connector);

    [LoggerMessage(2032, LogLevel.Error,
        "Number and code of message {MessageId} can't be read ({Exception}): the key they were sealed with is gone")]
    public static partial void ContentUnreadable(ILogger logger, string messageId, string exception);

    [LoggerMessage(2033, LogLevel.Error,
        "What became of message {MessageId} could not be written: {Code}. It is tried again")]
    public static partial void CompletionDelayed(ILogger logger, string messageId, string code);

    [LoggerMessage(2034, LogLevel.Warning,
        "Another host has taken message {MessageId} over; what became of it here is not written")]
    public static partial void FencedOff(ILogger logger, string messageId);

    [LoggerMessage(2035, LogLevel.Error, "The database can't be used to look for messages to send: {Code}")]
    public static partial void ClaimFailed(ILogger logger, string code);

    [LoggerMessage(2036, LogLevel.Information, "The database can be used again")]
    public static partial void ClaimWorksAgain(ILogger logger);

    [LoggerMessage(2037, LogLevel.Warning,
        "Host {Host} has died; {Count} of the messages it was working on are taken over")]
    public static partial void TookOver(ILogger logger, string host, int count);

    [LoggerMessage(2038, LogLevel.Warning,
        "The clock was set back by {Back}; what waits for a later time is tried now")]
    public static partial void ClockSetBack(ILogger logger, TimeSpan back);

    [LoggerMessage(2039, LogLevel.Warning,
        "{Count} messages were still being sent when the host had to end; their outcomes are looked up later")]
    public static partial void EndedWhileSending(ILogger logger, int count);

    [LoggerMessage(2040, LogLevel.Error, "Work beside the requests failed: {Work}: {Exception}")]
    public static partial void BackgroundWorkFailed(ILogger logger, string work, string exception);
}
