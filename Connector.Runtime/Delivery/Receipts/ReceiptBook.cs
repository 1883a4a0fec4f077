using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Applies receipts to messages. They come late, twice and out of order: a status only moves to a higher one, and the
/// first final one stays. Thread-safe.
/// </summary>
internal sealed class ReceiptBook(
    Database database,
    MessageEvents events,
    MessageWaiters waiters,
    IOptions<ConnectorRuntimeOptions> options,
    TimeProvider timeProvider)
{
    private const string SelectMessage = $"SELECT {MessageRecord.Columns} FROM messages WHERE ";

    private const string OfProvider = "provider_message_id = $1 AND connector = $2 AND takes_receipts = 1";

    private const string Move =
        "UPDATE messages SET status = $2, updated_at = $3, reason = $4, provider_code = $5, " +
        "provider_message_id = $6, takes_receipts = 1, is_retryable = 0";

    // A host that works on the message ends that by itself: its completion sees that the provider has the message.
    private const string EndWork =
        ", work = CASE WHEN owner = 0 THEN 0 ELSE work END, " +
        "content = CASE WHEN owner = 0 AND $7 = 1 THEN NULL ELSE content END";

    private readonly string findById = $"{SelectMessage} id = $1{database.ForUpdate}";
    private readonly string findByProvider = $"{SelectMessage} {OfProvider}{database.ForUpdate}";

    /// <exception cref="StorageException">Nothing was changed, or, with the worst of luck, everything.</exception>
    public async Task<ReceiptEffect> ApplyAsync(ReceivedReceipt receipt)
    {
        var (effect, message) = await database.TransactAsync(session => ApplyAsync(session, receipt));

        // Whoever waits for a message that is being sent wants its attempt too, which is stored in a moment.
        if (effect == ReceiptEffect.Moved && message is { Owner: 0 })
        {
            waiters.Signal(message.Id);
        }

        return effect;
    }

    private async Task<(ReceiptEffect Effect, MessageRecord? Message)> ApplyAsync(
        DatabaseSession session, ReceivedReceipt receipt)
    {
        if (await FindAsync(session, receipt) is not { } message)
        {
            return (receipt.MessageId is null ? ReceiptEffect.NoMessage : ReceiptEffect.None, null);
        }

        if (!IsNews(receipt, message)
            || IsOfFailedAttempt(receipt, message)
            || !await IsAboutAsync(session, receipt, message))
        {
            return (ReceiptEffect.None, message);
        }

        await MoveAsync(session, receipt, message);
        return (ReceiptEffect.Moved, message);
    }

    // Sorting and limiting here would tempt PostgreSQL to read the messages from the newest on.
    private async Task<MessageRecord?> FindAsync(DatabaseSession session, ReceivedReceipt receipt)
    {
        if (receipt.MessageId is { } id)
        {
            return await session.FindAsync(findById, MessageRecord.Read, id);
        }

        var messages = await session.QueryAsync(
            findByProvider, MessageRecord.Read, receipt.ProviderMessageId, receipt.Connector);
        return messages.MaxBy(message => message.Id, StringComparer.Ordinal);
    }

    private static bool IsNews(ReceivedReceipt receipt, MessageRecord message) =>
        receipt.Status > message.Status && !MessageStatuses.IsFinal(message.Status);

    // An earlier attempt of unknown outcome has failed after all: the present one decides.
    private static bool IsOfFailedAttempt(ReceivedReceipt receipt, MessageRecord message) =>
        receipt.Attempt < message.Attempt
        && receipt.Status is MessageStatus.Undelivered or MessageStatus.Failed or MessageStatus.Canceled;

    // The address that was called names the message, but not every provider signs the address. So whoever repeats a
    // signed receipt at the address of another message must not move that one.
    private static async Task<bool> IsAboutAsync(
        DatabaseSession session, ReceivedReceipt receipt, MessageRecord message)
    {
        if (message.Attempt == 0
            || !string.Equals(message.Connector, receipt.Connector, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return message.ProviderMessageId is { } known
            ? string.Equals(known, receipt.ProviderMessageId, StringComparison.Ordinal)
            : await session.FindAsync(
                $"SELECT id FROM messages WHERE {OfProvider}",
                reader => reader.GetString(0),
                receipt.ProviderMessageId,
                receipt.Connector) is null;
    }

    private async Task MoveAsync(DatabaseSession session, ReceivedReceipt receipt, MessageRecord message)
    {
        await TellAsync(session, receipt, message);
        object?[] values =
        [
            message.Id,
            (long)receipt.Status,
            timeProvider.GetUtcNow().ToStored(),
            receipt.Reason,
            receipt.ProviderCode,
            receipt.ProviderMessageId,
        ];
        if (message.Status >= MessageStatus.Accepted)
        {
            await session.ExecuteAsync($"{Move} WHERE id = $1", values);
            return;
        }

        var wipes = FailedContent.IsErasedAtOnce(options.Value.Delivery, receipt.Status);
        await session.ExecuteAsync($"{Move}{EndWork} WHERE id = $1", [.. values, wipes ? 1L : 0L]);
    }

    private async Task TellAsync(DatabaseSession session, ReceivedReceipt receipt, MessageRecord message)
    {
        if (!events.Wants(receipt.Status))
        {
            return;
        }

        var attempts = await session.QueryAsync(AttemptRows.Select, AttemptRows.Read, message.Id);
        foreach (var statement in events.Record(Moved(receipt, message, attempts), receipt.Status, fence: null))
        {
            await session.ExecuteAsync(statement.Sql, statement.Values);
        }
    }

    private static MessageResult Moved(
        ReceivedReceipt receipt, MessageRecord message, IReadOnlyList<MessageAttempt> attempts) =>
        message.ToResult(attempts) with
        {
            Status = MessageStatuses.NameOf(receipt.Status),
            ProviderMessageId = receipt.ProviderMessageId,
            Reason = receipt.Reason,
            ProviderCode = receipt.ProviderCode,
            Retryable = false,
        };
}
