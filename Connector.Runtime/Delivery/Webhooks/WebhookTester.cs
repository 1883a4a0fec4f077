using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Tries out webhooks, enabled or not. Thread-safe.</summary>
public sealed class WebhookTester
{
    private const string Select =
        "SELECT url, secret, CASE WHEN old_secret_until > $2 THEN old_secret END FROM webhooks WHERE id = $1";

    private readonly Database database;
    private readonly WebhookAttempts attempts;
    private readonly TimeProvider timeProvider;

    internal WebhookTester(Database database, WebhookAttempts attempts, TimeProvider timeProvider)
    {
        this.database = database;
        this.attempts = attempts;
        this.timeProvider = timeProvider;
    }

    /// <summary>Sends an event of the kind <see cref="EventTypes.Test"/> at once; it is not sent again.</summary>
    /// <param name="id">The webhook's id.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ConnectorRequestException">There is no such webhook.</exception>
    /// <exception cref="StorageException">The database can't be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<WebhookTestResult> TestAsync(string id, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var test = await database.ReadAsync(
            session => session.FindAsync(
                Select,
                reader => new ClaimedDelivery
                {
                    WebhookId = id,
                    EventId = WebhookEventId.Create(now),
                    Fence = 0,
                    Step = 1,
                    Url = reader.GetString(0),
                    Body = EventBodies.OfTest(id, now),
                    SealedSecrets = reader.IsDBNull(2)
                        ? [reader.GetFieldValue<byte[]>(1)]
                        : [reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2)],
                },
                id,
                now.ToStored()),
            cancellationToken) ?? throw WebhookRows.NotFound();
        var started = timeProvider.GetTimestamp();
        var answer = await attempts.SendAsync(test, cancellationToken);
        return new WebhookTestResult
        {
            EventId = test.EventId,
            Delivered = answer.IsDelivered,
            HttpStatus = answer.HttpStatus,
            Error = answer.Error,
            DurationMs = Math.Round(timeProvider.GetElapsedTime(started).TotalMilliseconds, 3),
        };
    }
}
