using System.Data.Common;
using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>What was sent to webhooks, and sending it again. Thread-safe.</summary>
public sealed class WebhookDeliveries
{
    private const string Columns =
        "SELECT d.event_id, e.type, e.message_id, d.status, d.attempts, d.http_status, d.error, d.created_at, " +
        "d.attempted_at, d.due_at FROM webhook_deliveries d JOIN webhook_events e ON e.id = d.event_id ";

    private const string SelectPage =
        Columns + "WHERE d.webhook_id = $1 AND d.event_id < $2 AND ($3 < 0 OR d.status = $3) " +
        "ORDER BY d.event_id DESC LIMIT $4";

    private const string SelectOne = Columns + "WHERE d.webhook_id = $1 AND d.event_id = $2";

    private const string SendAgain =
        "UPDATE webhook_deliveries SET status = 0, step = 0, fence = fence + 1, due_at = $3 " +
        "WHERE webhook_id = $1 AND event_id = $2";

    // Greater than every id.
    private const string AfterAll = "~";

    private readonly Database database;
    private readonly EventSignal signal;
    private readonly TimeProvider timeProvider;

    internal WebhookDeliveries(Database database, EventSignal signal, TimeProvider timeProvider)
    {
        this.database = database;
        this.signal = signal;
        this.timeProvider = timeProvider;
    }

    /// <summary>Whether a text can be the place that a page begins after.</summary>
    /// <param name="text">As a caller gave it.</param>
    /// <returns>Whether it has the form of an event id.</returns>
    public static bool IsCursor(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return WebhookEventId.IsValid(text);
    }

    /// <summary>Lists the newest deliveries first.</summary>
    /// <param name="webhookId">The webhook's id.</param>
    /// <param name="status">Only those; <see langword="null"/> for all.</param>
    /// <param name="limit">At most how many.</param>
    /// <param name="after">The last event id of the page before; <see langword="null"/> for the first page.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>One page.</returns>
    /// <exception cref="ConnectorRequestException">There is no such webhook.</exception>
    /// <exception cref="StorageException">The database can't be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public Task<IReadOnlyList<WebhookDelivery>> ListAsync(
        string webhookId,
        WebhookDeliveryStatus? status,
        int limit,
        string? after,
        CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<WebhookDelivery>>(
        async session =>
        {
            await WebhookRows.GetAsync(session, webhookId, timeProvider.GetUtcNow());
            return await session.QueryAsync(
                SelectPage, Read, webhookId, after ?? AfterAll, status is { } one ? (long)one : -1, (long)limit);
        },
        cancellationToken);

    /// <summary>Sends an event again, whether it arrived or not, under its id; the schedule begins anew.</summary>
    /// <param name="webhookId">The webhook's id.</param>
    /// <param name="eventId">The event's id.</param>
    /// <returns>The delivery, pending.</returns>
    /// <exception cref="ConnectorRequestException">
    /// There is no such webhook or event, or the webhook is switched off.
    /// </exception>
    /// <exception cref="StorageException">Nothing was changed.</exception>
    public async Task<WebhookDelivery> ReplayAsync(string webhookId, string eventId)
    {
        var delivery = await database.TransactAsync(async session =>
        {
            var now = timeProvider.GetUtcNow();
            var webhook = await WebhookRows.GetAsync(session, webhookId, now);
            if (!webhook.Enabled)
            {
                throw Disabled();
            }

            await session.ExecuteAsync(SendAgain, webhookId, eventId, now.ToStored());
            return await session.FindAsync(SelectOne, Read, webhookId, eventId) ?? throw NotFound();
        });
        signal.Set();
        return delivery;
    }

    private static ConnectorRequestException Disabled() => new(
        ConnectorRequestKind.Conflict,
        "webhook_disabled",
        "The webhook is switched off",
        "Enable it first: PATCH it with {\"enabled\": true}.");

    private static ConnectorRequestException NotFound() => new(
        ConnectorRequestKind.NotFound,
        "delivery_not_found",
        "The webhook has no such event",
        "GET its deliveries to list them. Old ones are deleted after ConnectorHost:Delivery:KeepMessages.");

    private static WebhookDelivery Read(DbDataReader reader)
    {
        var status = (WebhookDeliveryStatus)reader.GetInt64(3);
        return new WebhookDelivery
        {
            EventId = reader.GetString(0),
            Type = reader.GetString(1),
            MessageId = reader.GetString(2),
            Status = WebhookDeliveryStatuses.NameOf(status),
            Attempts = (int)reader.GetInt64(4),
            HttpStatus = reader.IsDBNull(5) ? null : (int)reader.GetInt64(5),
            Error = reader.IsDBNull(6) ? null : reader.GetString(6),
            CreatedAt = Instants.FromStored(reader.GetInt64(7)),
            AttemptedAt = reader.IsDBNull(8) ? null : Instants.FromStored(reader.GetInt64(8)),
            NextAttemptAt = status == WebhookDeliveryStatus.Pending ? Instants.FromStored(reader.GetInt64(9)) : null,
        };
    }
}
