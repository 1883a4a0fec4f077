using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>A message on its way into the database.</summary>
internal sealed class NewMessage
{
    private const string Insert =
        "INSERT INTO messages (id, client, usage_type, to_masked, to_hash, country, connector, is_pinned, tried, " +
        "status, work, owner, fence, attempt, lookups, due_at, created_at, started_at, updated_at, expires_at, " +
        "content, is_retryable) ";

    private const string Values =
        "$1, $2, $3, $4, $5, $6, $7, $8, '', $9, 1, $10, $11, $12, 0, $13, $13, $14, $13, $15, $16, 0";

    public required string Id { get; init; }

    /// <summary>The API key that asked for it; <see langword="null"/> inside an application.</summary>
    public string? Client { get; init; }

    public required string UsageType { get; init; }

    public required string MaskedTo { get; init; }

    public required byte[] ToHash { get; init; }

    public required string? Country { get; init; }

    public required string Connector { get; init; }

    public required bool IsPinned { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Number, code and variables, sealed.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The host that sends it at once; 0 when it has to wait.</summary>
    public required long Owner { get; init; }

    /// <summary>Stores the message.</summary>
    public Statement ToStatement() => new($"{Insert} VALUES ({Values})", Parameters());

    /// <summary>Stores the message only if it is the one that the idempotency key stands for.</summary>
    public Statement ToStatementFor(string client, string key) => new(
        $"{Insert} SELECT {Values} WHERE EXISTS " +
        "(SELECT 1 FROM idempotency WHERE client = $17 AND key = $18 AND message_id = $1)",
        [.. Parameters(), client, key]);

    private object?[] Parameters()
    {
        var isSending = Owner != 0;
        var created = CreatedAt.ToStored();
        return
        [
            Id,
            Client,
            UsageType,
            MaskedTo,
            ToHash,
            Country,
            Connector,
            IsPinned ? 1L : 0L,
            (long)(isSending ? MessageStatus.Sending : MessageStatus.Queued),
            Owner,
            isSending ? 1L : 0L,
            isSending ? 1L : 0L,
            created,
            isSending ? created : null,
            ExpiresAt.ToStored(),
            Content,
        ];
    }
}
