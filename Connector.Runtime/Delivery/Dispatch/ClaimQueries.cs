using System.Data.Common;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Takes waiting messages for a host, so that no other host has them. Thread-safe.</summary>
internal sealed class ClaimQueries(Database database, HostIdentity host)
{
    // Only a send is an attempt: a look-up asks for what was sent when the last attempt began.
    private const string Take =
        "UPDATE messages SET owner = $1, fence = fence + 1, " +
        "attempt = attempt + CASE WHEN work = 1 THEN 1 ELSE 0 END, " +
        "status = CASE WHEN status < 1 THEN 1 ELSE status END, " +
        "started_at = CASE WHEN work = 1 THEN $2 ELSE started_at END ";

    private const string Due = "connector = $3 AND work <> 0 AND owner = 0 AND due_at <= $2";

    private const string NextDue =
        "SELECT COALESCE(MIN(due_at), -1) FROM messages WHERE connector = $1 AND work <> 0 AND owner = 0";

    private readonly string takeDue =
        $"{Take} WHERE id IN (SELECT id FROM messages WHERE {Due} ORDER BY due_at, id LIMIT $4" +
        $"{database.ForUpdateSkipLocked}) RETURNING {MessageRecord.Columns}, content";

    /// <summary>Takes the messages of a connector that are due, the longest due first.</summary>
    /// <param name="connector">The connector that is to send them.</param>
    /// <param name="limits">What all hosts together may send through it.</param>
    /// <param name="max">How many this host can take.</param>
    /// <param name="now">When.</param>
    /// <exception cref="StorageException">Nothing was taken.</exception>
    public Task<Claim> TakeDueAsync(string connector, ConnectorLimits limits, int max, DateTimeOffset now) =>
        database.TransactAsync(async session =>
        {
            var grant = await limits.GrantAsync(session, connector, max, now);
            var rows = grant.Count == 0
                ? []
                : await session.QueryAsync(takeDue, Read, host.Id, now.ToStored(), connector, (long)grant.Count);
            await limits.SettleAsync(session, connector, grant.Count - rows.Count);
            var next = await session.ReadNumberAsync(NextDue, connector);
            var untilDue = UntilDue(next, now);
            return untilDue == TimeSpan.Zero && rows.Count == grant.Count && grant.HeldBack != HeldBack.No
                ? new Claim(rows, grant.Wait, grant.HeldBack)
                : new Claim(rows, untilDue);
        });

    /// <summary>Takes one message, if it still waits and is due.</summary>
    /// <returns><see langword="null"/> when it doesn't wait any more.</returns>
    /// <exception cref="StorageException">It was not taken.</exception>
    public async Task<ClaimedRow?> TakeAsync(string id, DateTimeOffset now)
    {
        var taken = await database.WriteAsync(
        [
            new Statement(
                $"{Take} WHERE id = $3 AND work <> 0 AND owner = 0 AND due_at <= $2", host.Id, now.ToStored(), id),
        ]);
        return taken[0] == 0
            ? null
            : await database.ReadAsync(session => session.FindAsync(
                $"SELECT {MessageRecord.Columns}, content FROM messages WHERE id = $1 AND owner = $2",
                Read,
                id,
                host.Id));
    }

    /// <summary>Everything that is this host's.</summary>
    /// <exception cref="StorageException">It can't be read.</exception>
    public Task<List<OwnedMessage>> FindOwnedAsync() => database.ReadAsync(session => session.QueryAsync(
        "SELECT id, fence FROM messages WHERE owner = $1",
        reader => new OwnedMessage(reader.GetString(0), reader.GetInt64(1)),
        host.Id));

    /// <summary>Undoes the taking of messages that nobody has begun to work on.</summary>
    /// <exception cref="StorageException">Some may not have been given back.</exception>
    public Task GiveBackAsync(IEnumerable<OwnedMessage> messages) => database.WriteAsync(
    [
        .. messages.Select(message => new Statement(
            "UPDATE messages SET owner = 0, fence = fence + 1, " +
            "attempt = attempt - CASE WHEN work = 1 THEN 1 ELSE 0 END WHERE id = $1 AND owner = $2 AND fence = $3",
            message.Id,
            host.Id,
            message.Fence)),
    ]);

    public static ClaimedRow Read(DbDataReader reader) => new(
        MessageRecord.Read(reader),
        reader.IsDBNull(MessageRecord.ColumnCount) ? null : reader.GetFieldValue<byte[]>(MessageRecord.ColumnCount));

    private static TimeSpan? UntilDue(long next, DateTimeOffset now)
    {
        if (next < 0)
        {
            return null;
        }

        var wait = Instants.FromStored(next) - now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
