using Connector.Runtime.Audit;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Calls messages back that have not left yet. Thread-safe.</summary>
public sealed class MessageCancellation
{
    private const string Cancel =
        "UPDATE messages SET status = $2, work = 0, content = NULL, reason = NULL, provider_code = NULL, " +
        "is_retryable = 0, updated_at = $3 WHERE id = $1";

    private readonly Database database;
    private readonly MessageEvents events;
    private readonly MessageWaiters waiters;
    private readonly TimeProvider timeProvider;
    private readonly ILogger<MessageCancellation> logger;
    private readonly string find;

    internal MessageCancellation(
        Database database,
        MessageEvents events,
        MessageWaiters waiters,
        TimeProvider timeProvider,
        ILogger<MessageCancellation> logger)
    {
        this.database = database;
        this.events = events;
        this.waiters = waiters;
        this.timeProvider = timeProvider;
        this.logger = logger;
        find = $"SELECT {MessageRecord.Columns} FROM messages WHERE id = $1{database.ForUpdate}";
    }

    /// <summary>Cancels a message, if it only waits: for its turn, a free line or another try.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="actor">Who does it, for the audit log.</param>
    /// <returns>The message; <see langword="null"/> when there is none.</returns>
    /// <exception cref="StorageException">
    /// Nothing was changed, or, when the connection broke at the wrong moment, the message was canceled.
    /// </exception>
    public async Task<CanceledMessage?> CancelAsync(string id, string? actor)
    {
        var (result, isNew) = await database.TransactAsync(session => CancelAsync(session, id, actor));
        if (isNew)
        {
            ArchiveLog.Canceled(logger, id);
            waiters.Signal(id);
        }

        return result;
    }

    private async Task<(CanceledMessage? Result, bool IsNew)> CancelAsync(
        DatabaseSession session, string id, string? actor)
    {
        if (await session.FindAsync(find, MessageRecord.Read, id) is not { } message)
        {
            return (null, false);
        }

        var current = message.ToResult(await session.QueryAsync(AttemptRows.Select, AttemptRows.Read, id));
        if (!OnlyWaits(message))
        {
            return (new CanceledMessage(current, message.Status == MessageStatus.Canceled), false);
        }

        var canceled = current with
        {
            Status = MessageStatuses.NameOf(MessageStatus.Canceled),
            Reason = null,
            ProviderCode = null,
            Retryable = false,
        };
        var now = timeProvider.GetUtcNow();
        var audit = AuditRows.Write(now, actor, AuditActions.MessageCanceled, id);
        foreach (var statement in events.Record(canceled, MessageStatus.Canceled, fence: null).Append(audit))
        {
            await session.ExecuteAsync(statement.Sql, statement.Values);
        }

        await session.ExecuteAsync(Cancel, id, (long)MessageStatus.Canceled, now.ToStored());
        return (new CanceledMessage(canceled, IsCanceled: true), true);
    }

    // One of unknown outcome may have left, whatever it waits for.
    private static bool OnlyWaits(MessageRecord message) =>
        message is { Work: MessageWork.Send, Owner: 0, Status: < MessageStatus.Unknown };
}
