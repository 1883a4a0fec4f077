using System.Data.Common;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Keeps the receipts whose message nobody knows yet, and applies them when it is known. Thread-safe.
/// </summary>
internal sealed class EarlyReceipts(Database database, ReceiptBook book, TimeProvider timeProvider)
{
    private const int MaxMatches = 500;

    private const string Add =
        "INSERT INTO early_receipts (connector, provider_message_id, status, reason, provider_code, received_at) " +
        "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";

    // In the order of their statuses, so that a message passes through all of them. EXISTS would let PostgreSQL read
    // all messages where it knows too little about the tables.
    private const string Matches =
        "SELECT e.connector, e.provider_message_id, e.status, e.reason, e.provider_code FROM early_receipts e " +
        "WHERE e.received_at >= $1 AND (SELECT 1 FROM messages m WHERE m.provider_message_id = e.provider_message_id " +
        "AND m.connector = e.connector AND m.takes_receipts = 1 LIMIT 1) IS NOT NULL ORDER BY e.status LIMIT $2";

    private const string Remove =
        "DELETE FROM early_receipts WHERE connector = $1 AND provider_message_id = $2 AND status = $3";

    private const string Forget = "DELETE FROM early_receipts WHERE received_at < $1";

    private const string AgeOfOldestToKeep =
        "SELECT received_at FROM early_receipts ORDER BY received_at DESC LIMIT 1 OFFSET $1";

    // What another host stored isn't known here, nor what an earlier run left behind.
    private volatile bool mayBeAny = true;

    /// <exception cref="StorageException">It was not stored.</exception>
    public async Task KeepAsync(ReceivedReceipt receipt)
    {
        await database.WriteAsync([new Statement(
            Add,
            receipt.Connector,
            receipt.ProviderMessageId,
            (long)receipt.Status,
            receipt.Reason,
            receipt.ProviderCode,
            timeProvider.GetUtcNow().ToStored())]);
        mayBeAny = true;
    }

    /// <summary>Whether there is anything to match.</summary>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        if (!mayBeAny && !database.IsShared)
        {
            return false;
        }

        // Cleared before looking, so that one that is stored meanwhile is not overlooked.
        mayBeAny = false;
        if (await database.ReadAsync(
            session => session.ReadNumberAsync("SELECT 1 FROM early_receipts LIMIT 1"), cancellationToken) != 0)
        {
            mayBeAny = true;
        }

        return mayBeAny;
    }

    /// <summary>Applies those whose message has become known.</summary>
    /// <param name="since">Only those that came since then.</param>
    /// <param name="cancellationToken">Ends it between two of them.</param>
    /// <returns>How many found their message.</returns>
    /// <exception cref="StorageException">Some may have been applied; none is lost.</exception>
    public async Task<int> MatchAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var matches = await database.ReadAsync(
            session => session.QueryAsync(Matches, Read, since.ToStored(), (long)MaxMatches), cancellationToken);
        foreach (var receipt in matches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await book.ApplyAsync(receipt);
            await database.WriteAsync([new Statement(
                Remove, receipt.Connector, receipt.ProviderMessageId, (long)receipt.Status)]);
        }

        return matches.Count;
    }

    /// <summary>Forgets those that are too old or too many.</summary>
    /// <param name="before">Those that came before then are too old.</param>
    /// <param name="capacity">Beyond that many, the oldest ones go.</param>
    /// <returns>How many were too many.</returns>
    /// <exception cref="StorageException">Nothing was forgotten.</exception>
    public async Task<int> ForgetAsync(DateTimeOffset before, int capacity)
    {
        await database.WriteAsync([new Statement(Forget, before.ToStored())]);
        var oldest = await database.ReadAsync(
            session => session.ReadNumberAsync(AgeOfOldestToKeep, (long)capacity - 1));
        return (await database.WriteAsync([new Statement(Forget, oldest)]))[0];
    }

    private static ReceivedReceipt Read(DbDataReader reader) =>
        new(reader.GetString(0), MessageId: null, reader.GetString(1), (MessageStatus)reader.GetInt64(2))
        {
            Reason = reader.IsDBNull(3) ? null : reader.GetString(3),
            ProviderCode = reader.IsDBNull(4) ? null : reader.GetString(4),
        };
}
