using System.Data.Common;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>The events that are still to be sent, shared by all hosts. Thread-safe.</summary>
/// <remarks>
/// Taking one moves its due time ahead, so a host that dies gives back by itself what it had, after
/// <see cref="Lease"/>. Hence an event may be sent twice, and is never lost.
/// </remarks>
internal sealed class WebhookOutbox(Database database, TimeProvider timeProvider)
{
    /// <summary>Longer than an attempt can take.</summary>
    public static readonly TimeSpan Lease = WebhookClient.Timeout * 2;

    private const string FindDue =
        "SELECT w.id FROM webhooks w WHERE w.is_enabled = 1 AND EXISTS (SELECT 1 FROM webhook_deliveries d " +
        "WHERE d.webhook_id = w.id AND d.status = 0 AND d.due_at <= $1)";

    private const string SelectDue =
        "SELECT event_id FROM webhook_deliveries WHERE webhook_id = $1 AND status = 0 AND due_at <= $2 " +
        "ORDER BY due_at LIMIT $3";

    private const string Take =
        "UPDATE webhook_deliveries SET due_at = $3, fence = fence + 1, step = step + 1, attempts = attempts + 1, " +
        "attempted_at = $4 WHERE event_id = $1 AND webhook_id = $2";

    private const string SelectTaken =
        "SELECT w.id, e.id, d.fence, d.step, w.url, e.body, w.secret, w.old_secret, w.old_secret_until " +
        "FROM webhook_deliveries d JOIN webhook_events e ON e.id = d.event_id JOIN webhooks w ON w.id = d.webhook_id " +
        "WHERE d.event_id = $1 AND d.webhook_id = $2";

    private const string End =
        "UPDATE webhook_deliveries SET status = $4, due_at = $5, step = $6, http_status = $7, error = $8 " +
        "WHERE event_id = $1 AND webhook_id = $2 AND fence = $3 AND status = 0";

    private const string SwitchOff =
        "UPDATE webhooks SET is_enabled = 0, disabled_reason = $2, updated_at = $3 WHERE id = $1 AND is_enabled = 1";

    /// <summary>The webhooks that something is to be sent to now.</summary>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public Task<List<string>> FindDueAsync(CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow().ToStored();
        return database.ReadAsync(
            session => session.QueryAsync(FindDue, reader => reader.GetString(0), now), cancellationToken);
    }

    /// <summary>Takes events that are due for a webhook; no other host has them then.</summary>
    /// <exception cref="StorageException">Nothing was taken.</exception>
    public Task<List<ClaimedDelivery>> ClaimAsync(string webhookId, int count) =>
        database.TransactAsync(async session =>
        {
            var now = timeProvider.GetUtcNow();
            var due = await session.QueryAsync(
                SelectDue + database.ForUpdateSkipLocked,
                reader => reader.GetString(0),
                webhookId,
                now.ToStored(),
                (long)count);
            var claims = new List<ClaimedDelivery>(due.Count);
            foreach (var eventId in due)
            {
                await session.ExecuteAsync(Take, eventId, webhookId, (now + Lease).ToStored(), now.ToStored());
                claims.AddRange(
                    await session.QueryAsync(SelectTaken, reader => ReadClaim(reader, now), eventId, webhookId));
            }

            return claims;
        });

    /// <summary>Writes down what came of an attempt, unless another host has taken the event since.</summary>
    /// <exception cref="StorageException">The event will be sent again.</exception>
    public Task EndAsync(ClaimedDelivery claim, WebhookAnswer answer)
    {
        var now = timeProvider.GetUtcNow();
        if (answer.IsDelivered)
        {
            return database.WriteAsync([Write(claim, WebhookDeliveryStatus.Delivered, now, answer)]);
        }

        if (answer.IsGone)
        {
            return database.WriteAsync(
            [
                Write(claim, WebhookDeliveryStatus.Failed, now, answer),
                new Statement(SwitchOff, claim.WebhookId, "gone", now.ToStored()),
            ]);
        }

        var delay = RetrySchedule.DelayAfter(claim.Step, answer.RetryAfter);
        return database.WriteAsync(
        [
            delay is null
                ? Write(claim, WebhookDeliveryStatus.Failed, now, answer)
                : Write(claim, WebhookDeliveryStatus.Pending, now + delay.Value, answer),
        ]);
    }

    /// <summary>Gives an event back whose attempt was cut short; the attempt doesn't count in its schedule.</summary>
    public Task ReturnAsync(ClaimedDelivery claim) => database.WriteAsync(
    [
        Write(
            claim with { Step = claim.Step - 1 },
            WebhookDeliveryStatus.Pending,
            timeProvider.GetUtcNow(),
            WebhookAnswer.Failed(WebhookErrors.Interrupted)),
    ]);

    private static Statement Write(
        ClaimedDelivery claim, WebhookDeliveryStatus status, DateTimeOffset due, WebhookAnswer answer) => new(
        End,
        claim.EventId,
        claim.WebhookId,
        claim.Fence,
        (long)status,
        due.ToStored(),
        (long)claim.Step,
        (long?)answer.HttpStatus,
        answer.Error);

    private static ClaimedDelivery ReadClaim(DbDataReader reader, DateTimeOffset now) => new()
    {
        WebhookId = reader.GetString(0),
        EventId = reader.GetString(1),
        Fence = reader.GetInt64(2),
        Step = (int)reader.GetInt64(3),
        Url = reader.GetString(4),
        Body = reader.GetString(5),
        SealedSecrets = reader.IsDBNull(7) || reader.GetInt64(8) <= now.ToStored()
            ? [reader.GetFieldValue<byte[]>(6)]
            : [reader.GetFieldValue<byte[]>(6), reader.GetFieldValue<byte[]>(7)],
    };
}
