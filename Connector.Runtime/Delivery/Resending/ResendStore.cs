using Connector.Runtime.Audit;
using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Puts a message into the place of one that failed, once, whoever else tries. Thread-safe.</summary>
internal sealed class ResendStore(Database database, TimeProvider timeProvider)
{
    private const string Select = $"SELECT {MessageRecord.Columns}, content FROM messages WHERE id = $1";

    private readonly string selectToChange = Select + database.ForUpdate;

    /// <exception cref="StorageException">It can't be read.</exception>
    public Task<ClaimedRow?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FindAsync(Select, ClaimQueries.Read, id), cancellationToken);

    /// <summary>
    /// Stores the successor, and erases number and code of the message: they are the successor's, and the message can't
    /// be sent again.
    /// </summary>
    /// <returns>Whether it was stored, which it is when there is no key; else the key is taken.</returns>
    /// <exception cref="ConnectorRequestException">It can't be sent again, now.</exception>
    /// <exception cref="StorageException">
    /// Nothing was stored, or, when the connection broke at the wrong moment, the successor was.
    /// </exception>
    public Task<bool> ReplaceAsync(string id, NewMessage successor, KeyClaim? claim) =>
        database.TransactAsync(session => ReplaceAsync(session, id, successor, claim));

    private async Task<bool> ReplaceAsync(DatabaseSession session, string id, NewMessage successor, KeyClaim? claim)
    {
        var row = await session.FindAsync(selectToChange, ClaimQueries.Read, id);
        if (await IsStoredAsync(session, successor.Id))
        {
            // This runs again when nobody could say whether the commit had happened.
            return true;
        }

        if (claim is not null && await session.ExecuteAsync(claim.Statement.Sql, claim.Statement.Values) == 0)
        {
            return false;
        }

        // It may have been sent again, or have expired, since it was read.
        FailedContent.ThrowIfLost(row, timeProvider.GetUtcNow());
        var insert = successor.ToStatement();
        await session.ExecuteAsync(insert.Sql, insert.Values);
        await session.ExecuteAsync("UPDATE messages SET content = NULL WHERE id = $1", id);
        var audit = AuditRows.Write(
            timeProvider.GetUtcNow(), successor.Client, AuditActions.MessageResent, id, detail: successor.Id);
        await session.ExecuteAsync(audit.Sql, audit.Values);
        return true;
    }

    private static async Task<bool> IsStoredAsync(DatabaseSession session, string id) =>
        await session.FindAsync("SELECT id FROM messages WHERE id = $1", reader => reader.GetString(0), id) is not null;
}
