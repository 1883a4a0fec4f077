using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Writes what happens to messages down for those who subscribed to it, in the same commit. Thread-safe.
/// </summary>
internal sealed class MessageEvents(Subscriptions subscriptions, EventSignal signal, TimeProvider timeProvider)
{
    private const string InsertEvent =
        "INSERT INTO webhook_events (id, type, message_id, body, created_at) " +
        "SELECT $1, $2, $3, $4, $5 " +
        "WHERE EXISTS (SELECT 1 FROM webhooks w WHERE w.is_enabled = 1 AND (w.events = 0 OR (w.events & $6) <> 0)) " +
        "AND EXISTS (SELECT 1 FROM messages m WHERE m.id = $3 AND m.status < $7 " +
        "AND ($8 < 0 OR (m.fence = $8 AND m.owner <> 0)))";

    private const string InsertDeliveries =
        "INSERT INTO webhook_deliveries " +
        "(event_id, webhook_id, status, fence, step, attempts, due_at, created_at) " +
        "SELECT e.id, w.id, 0, 0, 0, 0, $2, $2 FROM webhook_events e, webhooks w " +
        "WHERE e.id = $1 AND w.is_enabled = 1 AND (w.events = 0 OR (w.events & $3) <> 0)";

    /// <summary>Whether anybody wants to know; when nobody does, <see cref="Record"/> need not be called.</summary>
    public bool Wants(MessageStatus status) => subscriptions.Wants(status);

    /// <summary>
    /// The statements that tell the subscribers of a new status; they come before the statement that writes the status
    /// and do nothing when that one will do nothing.
    /// </summary>
    /// <param name="message">The message as it will be.</param>
    /// <param name="status">Its new status; when the stored one is as high or higher, nothing is told.</param>
    /// <param name="fence">
    /// The fence that the stored message must have while a host works on it; <see langword="null"/> when whoever writes
    /// has locked it.
    /// </param>
    /// <returns>Empty when nobody subscribed.</returns>
    public IReadOnlyList<Statement> Record(MessageResult message, MessageStatus status, long? fence)
    {
        if (!subscriptions.Wants(status))
        {
            return [];
        }

        signal.SetSoon();
        var now = timeProvider.GetUtcNow();
        var id = WebhookEventId.Create(now);
        var bit = EventTypes.BitOf(status);
        return
        [
            new Statement(
                InsertEvent,
                id,
                EventTypes.NameOf(status),
                message.Id,
                EventBodies.Of(message, status, now),
                now.ToStored(),
                bit,
                (long)status,
                fence ?? -1),
            new Statement(InsertDeliveries, id, now.ToStored(), bit),
        ];
    }
}
