using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Event ids 2220 to 2239. Webhooks are named by their ids: an address may hold a secret.</summary>
internal static partial class EventLog
{
    [LoggerMessage(2220, LogLevel.Debug, "Event {EventId} reached webhook {WebhookId} at attempt {Attempt}")]
    public static partial void Delivered(ILogger logger, string eventId, string webhookId, int attempt);

    [LoggerMessage(2221, LogLevel.Warning,
        "Event {EventId} did not reach webhook {WebhookId} at attempt {Attempt}: status {HttpStatus}, {Error}")]
    public static partial void NotDelivered(
        ILogger logger, string eventId, string webhookId, int attempt, int? httpStatus, string? error);

    [LoggerMessage(2222, LogLevel.Warning, "Webhook {WebhookId} answered 410 and is switched off")]
    public static partial void SwitchedOff(ILogger logger, string webhookId);

    [LoggerMessage(2223, LogLevel.Error,
        "Events can't be delivered: the database failed ({Code}). It is tried again until it works")]
    public static partial void Interrupted(ILogger logger, string code);

    [LoggerMessage(2224, LogLevel.Information, "Events are delivered again")]
    public static partial void Resumed(ILogger logger);

    [LoggerMessage(2225, LogLevel.Warning,
        "What came of event {EventId} at webhook {WebhookId} could not be written ({Code}); it will be sent again")]
    public static partial void EndLost(ILogger logger, string eventId, string webhookId, string code);
}
