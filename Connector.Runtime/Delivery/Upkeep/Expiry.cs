using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>Ends what waits too long: an expired code is never sent.</summary>
internal sealed class Expiry(
    Database database,
    MessageEvents events,
    MessageWaiters waiters,
    IOptions<ConnectorRuntimeOptions> options,
    TimeProvider timeProvider) : IBackgroundWork
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly string select =
        $"SELECT {MessageRecord.Columns} FROM messages WHERE work <> 0 AND owner = 0 AND expires_at <= $1 " +
        $"ORDER BY expires_at LIMIT {MostAtOnce}{database.ForUpdateSkipLocked}";

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            if (await TryEndAsync() < MostAtOnce)
            {
                await Task.Delay(Interval, timeProvider, stopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> TryEndAsync()
    {
        try
        {
            if (await CountAsync() == 0)
            {
                return 0;
            }

            var ended = await database.TransactAsync(EndAsync);
            ended.ForEach(waiters.Signal);
            return ended.Count;
        }
        catch (StorageException)
        {
            // The lanes report it; what has expired is not sent meanwhile either.
            return 0;
        }
    }

    private Task<long> CountAsync() => database.ReadAsync(session => session.ReadNumberAsync(
        "SELECT count(*) FROM (SELECT 1 FROM messages " +
        "WHERE work <> 0 AND owner = 0 AND expires_at <= $1 LIMIT 1) AS one",
        timeProvider.GetUtcNow().ToStored()));

    private async Task<List<string>> EndAsync(DatabaseSession session)
    {
        var now = timeProvider.GetUtcNow();
        var records = await session.QueryAsync(select, MessageRecord.Read, now.ToStored());
        foreach (var record in records)
        {
            var step = DeliveryRules.Expired(record);
            var after = Completion.ToResult(record, step, attempt: null);
            foreach (var statement in events.Record(after, step.Status, fence: null))
            {
                await session.ExecuteAsync(statement.Sql, statement.Values);
            }

            await session.ExecuteAsync(
                "UPDATE messages SET status = CASE WHEN status >= 3 THEN status ELSE $2 END, work = 0, " +
                "updated_at = $3, content = CASE WHEN $4 = 1 THEN NULL ELSE content END WHERE id = $1",
                record.Id,
                (long)step.Status,
                now.ToStored(),
                options.Value.Delivery.KeepContent == TimeSpan.Zero ? 1L : 0L);
        }

        return records.ConvertAll(record => record.Id);
    }
}
