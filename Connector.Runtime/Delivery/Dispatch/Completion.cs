using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Writes what became of a message, unless another host has taken it meanwhile.</summary>
internal static class Completion
{
    // A receipt may have come before the send call returned: it is never set back, and ends the work.
    private const string Update =
        "UPDATE messages SET status = CASE WHEN status >= 3 OR status > $3 THEN status ELSE $3 END, " +
        "work = CASE WHEN status >= 3 THEN 0 ELSE $4 END, owner = 0, connector = $5, tried = $6, due_at = $7, " +
        "lookups = $8, provider_message_id = COALESCE(CAST($9 AS TEXT), provider_message_id), " +
        "takes_receipts = CASE WHEN $17 = 1 AND CAST($9 AS TEXT) IS NOT NULL THEN 1 ELSE takes_receipts END, " +
        "segments = COALESCE(CAST($10 AS BIGINT), segments), price = COALESCE(CAST($18 AS BIGINT), price), " +
        "currency = COALESCE(CAST($19 AS TEXT), currency), " +
        "reason = CASE WHEN status >= 3 THEN reason ELSE $11 END, " +
        "provider_code = CASE WHEN status >= 3 THEN provider_code ELSE $12 END, is_retryable = $13, " +
        "updated_at = $14, content = CASE WHEN $15 = 1 OR ($16 > 0 AND status >= 3 " +
        $"AND ($16 = 1 OR status NOT IN {FailedContent.Statuses})) THEN NULL ELSE content END " +
        "WHERE id = $1 AND fence = $2 AND owner <> 0";

    private const string InsertAttempt =
        "INSERT INTO attempts (message_id, number, connector, started_at, duration_us, outcome, reason, detail, " +
        "provider_code, provider_request_id) SELECT $1, $3, $4, $5, $6, $7, $8, $9, $10, $11 " +
        "WHERE EXISTS (SELECT 1 FROM messages WHERE id = $1 AND fence = $2 AND owner <> 0)";

    /// <param name="record">The message as it was taken.</param>
    /// <param name="step">What becomes of it.</param>
    /// <param name="now">When.</param>
    /// <param name="options">How long number and code stay.</param>
    /// <param name="takesReceipts">Whether providers can report what becomes of it.</param>
    public static Statement ToStatement(
        MessageRecord record, NextStep step, DateTimeOffset now, DeliveryOptions options, bool takesReceipts) => new(
        Update,
        record.Id,
        record.Fence,
        (long)step.Status,
        (long)step.Work,
        step.Connector,
        step.Tried,
        (now + step.Delay).ToStored(),
        (long)step.Lookups,
        step.ProviderMessageId,
        step.Segments is { } segments ? (long)segments : null,
        step.Reason,
        step.ProviderCode,
        step.IsRetryable ? 1L : 0L,
        now.ToStored(),
        step.Work == MessageWork.None && FailedContent.IsErasedAtOnce(options, step.Status) ? 1L : 0L,
        WipedBehindReceipt(options),
        takesReceipts ? 1L : 0L,
        step.Price?.Millionths,
        step.Price?.Currency);

    public static Statement ToStatement(MessageRecord record, MessageAttempt attempt) => new(
        InsertAttempt,
        record.Id,
        record.Fence,
        (long)record.Attempt,
        attempt.Connector,
        attempt.StartedAt.ToStored(),
        (long)(attempt.DurationMs * 1_000),
        attempt.Outcome,
        attempt.Reason,
        attempt.Detail,
        attempt.ProviderCode,
        attempt.ProviderRequestId);

    /// <summary>The message as it will read.</summary>
    public static MessageResult ToResult(MessageRecord record, NextStep step, MessageAttempt? attempt) => new()
    {
        Id = record.Id,
        To = record.MaskedTo,
        Country = record.Country,
        UsageType = record.UsageType,
        Connector = step.Connector,
        Status = MessageStatuses.NameOf(step.Status),
        ProviderMessageId = step.ProviderMessageId ?? record.ProviderMessageId,
        Segments = step.Segments ?? record.Segments,
        Price = (step.Price ?? record.Price)?.Amount,
        Currency = (step.Price ?? record.Price)?.Currency,
        Reason = step.Reason,
        ProviderCode = step.ProviderCode,
        Retryable = step.IsRetryable,
        CreatedAt = record.CreatedAt,
        ExpiresAt = record.ExpiresAt,
        Attempts = attempt is null ? [] : [attempt],
    };

    /// <summary>
    /// What goes of a message whose end a receipt has told before: nothing (0), number and code (1), or those unless it
    /// failed (2).
    /// </summary>
    private static long WipedBehindReceipt(DeliveryOptions options) => options switch
    {
        { KeepContent.Ticks: > 0 } => 0,
        { KeepFailedContent: true } => 2,
        _ => 1,
    };
}
