using Connector.Runtime.Connectors;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>What is logged about delivery receipts. Event ids 2260 to 2269; nothing that a provider wrote.</summary>
internal static partial class ReceiptLog
{
    [LoggerMessage(2260, LogLevel.Debug, "A receipt through {Connector} says {Status}: {Effect}")]
    public static partial void Applied(ILogger logger, string connector, MessageStatus status, ReceiptEffect effect);

    [LoggerMessage(2261, LogLevel.Warning,
        "A delivery receipt for {Connector} has no valid signature. If it comes from the provider, compare " +
        "ConnectorHost:Delivery:PublicUrl with the address it calls, and the connector's credentials. Further ones " +
        "are not logged for {Silence}")]
    public static partial void Untrusted(ILogger logger, string connector, TimeSpan silence);

    [LoggerMessage(2262, LogLevel.Warning, "Connector {Connector} can't read a delivery receipt of its provider")]
    public static partial void Malformed(ILogger logger, string connector);

    [LoggerMessage(2263, LogLevel.Error, "Connector {Connector} failed to read a delivery receipt: {End} {Fault}")]
    public static partial void Unread(ILogger logger, string connector, CallEnd end, string? fault);

    [LoggerMessage(2264, LogLevel.Warning,
        "{Count} delivery receipts for messages that nobody knows were forgotten, because more than {Capacity} wait")]
    public static partial void EarlyForgotten(ILogger logger, int count, int capacity);

    [LoggerMessage(2265, LogLevel.Warning,
        "Early delivery receipts can't be looked at: {Code}: {Cause} It is tried again every second")]
    public static partial void EarlyDelayed(ILogger logger, string code, string cause);

    [LoggerMessage(2266, LogLevel.Information, "Early delivery receipts can be looked at again")]
    public static partial void EarlyResumed(ILogger logger);
}
