using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Takes over what a dead host was working on: whatever it was sending may have left.</summary>
/// <remarks>
/// Meanwhile the messages belong to a host that never lives, the negative of this one. When the connection breaks after
/// the
/// commit, they are found again like those of any dead host.
/// </remarks>
internal sealed class TakeOver(
    Database database,
    HostIdentity host,
    DeliveryRunner runner,
    IDeliveryEngine engine,
    ILogger<TakeOver> logger)
{
    private const int MostAtOnce = 200;

    private readonly string take =
        "UPDATE messages SET owner = $1, fence = fence + 1 WHERE id IN " +
        $"(SELECT id FROM messages WHERE owner = $2 LIMIT {MostAtOnce}{database.ForUpdateSkipLocked}) " +
        $"RETURNING {MessageRecord.Columns}, content";

    /// <exception cref="StorageException">The database can't be used; what was not taken over still can be.</exception>
    public async Task RunAsync(long deadHost)
    {
        var total = 0;
        while (true)
        {
            var rows = await database.TransactAsync(
                session => session.QueryAsync(take, ClaimQueries.Read, -host.Id, deadHost));
            await Task.WhenAll(rows.Select(GoOnAsync));
            total += rows.Count;
            if (rows.Count == 0)
            {
                break;
            }
        }

        if (total > 0)
        {
            Log.TookOver(logger, deadHost.ToString(System.Globalization.CultureInfo.InvariantCulture), total);
        }
    }

    private async Task GoOnAsync(ClaimedRow row)
    {
        if (await runner.TakeOverAsync(row) is { Work: not MessageWork.None } step)
        {
            engine.Offer(row.Record.Id, step.Connector, step.Delay);
        }
    }
}
