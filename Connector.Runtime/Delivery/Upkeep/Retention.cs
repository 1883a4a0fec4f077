using Connector.Runtime.Audit;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>Wipes and deletes what has been kept long enough, a little at a time.</summary>
internal sealed class Retention(
    Database database, IOptions<ConnectorRuntimeOptions> options, TimeProvider timeProvider) : IBackgroundWork
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // Where the last wipe ended: ids sort by time, so nothing before it has content any more.
    private string wipedUpTo = "";

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            if (!await TryRunOnceAsync())
            {
                await Task.Delay(Interval, timeProvider, stopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>Whether there may be more.</returns>
    internal async Task<bool> TryRunOnceAsync()
    {
        try
        {
            var now = timeProvider.GetUtcNow();
            var deleted = await DeleteAsync(now);
            return await WipeAsync(now) || deleted;
        }
        catch (StorageException)
        {
            return false;
        }
    }

    private async Task<bool> DeleteAsync(DateTimeOffset now)
    {
        var before = MessageId.FirstOf(now - options.Value.Delivery.KeepMessages);
        var old = $"(SELECT id FROM messages WHERE id < $1 AND work = 0 ORDER BY id LIMIT {MostAtOnce})";
        var changed = await database.WriteAsync(
        [
            new Statement($"DELETE FROM attempts WHERE message_id IN {old}", before),
            new Statement($"DELETE FROM messages WHERE id IN {old}", before),
            new Statement(
                "DELETE FROM idempotency WHERE created_at < $1", (now - IdempotencyKeys.Lifetime).ToStored()),
            new Statement("DELETE FROM audit WHERE id < $1", AuditRows.FirstIdOf(now - AuditLog.KeptFor)),
        ]);
        return changed[1] == MostAtOnce;
    }

    private async Task<bool> WipeAsync(DateTimeOffset now)
    {
        var before = MessageId.FirstOf(now - options.Value.Delivery.KeepContent);
        var ids = await database.ReadAsync(session => session.QueryAsync(
            "SELECT id FROM messages WHERE id >= $1 AND id < $2 AND content IS NOT NULL AND work = 0 " +
            $"AND ($3 = 0 OR expires_at <= $4 OR status NOT IN {FailedContent.Statuses}) " +
            $"ORDER BY id LIMIT {MostAtOnce}",
            reader => reader.GetString(0),
            wipedUpTo,
            before,
            options.Value.Delivery.KeepFailedContent ? 1L : 0L,
            now.ToStored()));
        if (ids.Count == 0)
        {
            // What is still being worked on has content, and is wiped when that ends or by the next round.
            wipedUpTo = MessageId.FirstOf(now - options.Value.Delivery.KeepContent - MessageOptions.MaxLifetime);
            return false;
        }

        await database.WriteAsync(ids.ConvertAll(id => new Statement(
            "UPDATE messages SET content = NULL WHERE id = $1 AND work = 0", id)));
        return ids.Count == MostAtOnce;
    }
}
