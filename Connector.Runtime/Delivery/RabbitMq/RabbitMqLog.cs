using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Event ids 2200 to 2219. A trouble is a sentence of our own and holds no secret.</summary>
internal static partial class RabbitMqLog
{
    [LoggerMessage(2200, LogLevel.Information, "Connected to the broker at {Broker}")]
    public static partial void Connected(ILogger logger, string broker);

    [LoggerMessage(2201, LogLevel.Warning, "{Trouble} Messages wait in the database until the broker is back")]
    public static partial void NotConnected(ILogger logger, string trouble);

    [LoggerMessage(2202, LogLevel.Debug, "Subscribed to the work of connector {Connector}, {Prefetch} at a time")]
    public static partial void Subscribed(ILogger logger, string connector, int prefetch);

    [LoggerMessage(2203, LogLevel.Warning, "No work arrives for connector {Connector}. {Trouble}")]
    public static partial void NotSubscribed(ILogger logger, string connector, string trouble);

    [LoggerMessage(2204, LogLevel.Debug, "The offer of message {MessageId} goes back after failure {Failures}")]
    public static partial void Requeued(ILogger logger, string messageId, long failures, Exception exception);

    [LoggerMessage(2205, LogLevel.Warning,
        "The offer of message {MessageId} to connector {Connector} failed {Failures} times and is parked in {Queue}")]
    public static partial void Parked(
        ILogger logger, string messageId, string connector, long failures, string queue, Exception exception);

    [LoggerMessage(2206, LogLevel.Debug, "The broker is gone before it learnt what became of message {MessageId}")]
    public static partial void NotSettled(ILogger logger, string messageId);

    [LoggerMessage(2207, LogLevel.Warning, "The broker accepts no offers: {Reason}")]
    public static partial void Blocked(ILogger logger, string reason);

    [LoggerMessage(2208, LogLevel.Information, "The broker accepts offers again")]
    public static partial void Unblocked(ILogger logger);

    [LoggerMessage(2209, LogLevel.Warning, "{Count} offers are still being handled after {Limit}; they are given up")]
    public static partial void HandlersGivenUp(ILogger logger, int count, TimeSpan limit);

    [LoggerMessage(2210, LogLevel.Debug, "Unsubscribed from the work of connector {Connector}")]
    public static partial void Unsubscribed(ILogger logger, string connector);
}
