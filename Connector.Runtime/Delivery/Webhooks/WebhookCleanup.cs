using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>Deletes events as old as the messages that are deleted, in small pieces. Thread-safe.</summary>
internal sealed class WebhookCleanup(
    Database database, IOptions<ConnectorRuntimeOptions> options, TimeProvider timeProvider)
{
    private const long BatchSize = 200;

    private const string SelectOld =
        "SELECT id FROM webhook_events WHERE created_at < $1 ORDER BY created_at LIMIT $2";

    private const string ForgetSecrets =
        "UPDATE webhooks SET old_secret = NULL, old_secret_until = NULL WHERE old_secret_until <= $1";

    /// <exception cref="StorageException">Some is left for the next time.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        await database.WriteAsync([new Statement(ForgetSecrets, now.ToStored())]);
        var oldest = (now - options.Value.Delivery.KeepMessages).ToStored();
        while (!cancellationToken.IsCancellationRequested && await DeleteOldAsync(oldest) == BatchSize)
        {
        }
    }

    private Task<int> DeleteOldAsync(long oldest) => database.TransactAsync(async session =>
    {
        var events = await session.QueryAsync(
            SelectOld + database.ForUpdateSkipLocked, reader => reader.GetString(0), oldest, BatchSize);
        foreach (var id in events)
        {
            await session.ExecuteAsync("DELETE FROM webhook_deliveries WHERE event_id = $1", id);
            await session.ExecuteAsync("DELETE FROM webhook_events WHERE id = $1", id);
        }

        return events.Count;
    });
}
