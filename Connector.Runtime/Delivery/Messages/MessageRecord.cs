using System.Data.Common;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>A stored message without its content.</summary>
internal sealed class MessageRecord
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "id, usage_type, to_masked, country, connector, is_pinned, tried, status, work, owner, fence, attempt, " +
        "lookups, due_at, created_at, started_at, expires_at, provider_message_id, segments, reason, provider_code, " +
        "is_retryable, price, currency";

    /// <summary>How many columns that are.</summary>
    public const int ColumnCount = 24;

    public required string Id { get; init; }

    public required string UsageType { get; init; }

    public required string MaskedTo { get; init; }

    public required string? Country { get; init; }

    /// <summary>The connector that has it, or is to have it.</summary>
    public required string Connector { get; init; }

    /// <summary>Whether the caller named the connector, so that no other may send it.</summary>
    public required bool IsPinned { get; init; }

    /// <summary>The connectors that refused it for themselves, separated by commas.</summary>
    public required string Tried { get; init; }

    public required MessageStatus Status { get; init; }

    public required MessageWork Work { get; init; }

    /// <summary>The host that works on it; 0 for none.</summary>
    public required long Owner { get; init; }

    /// <summary>Counts how often a host took it: only the last one to take it may write what became of it.</summary>
    public required long Fence { get; init; }

    /// <summary>How often its sending has begun.</summary>
    public required int Attempt { get; init; }

    /// <summary>How often the provider was asked about the last attempt.</summary>
    public required int Lookups { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last attempt began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public string? ProviderMessageId { get; init; }

    public int? Segments { get; init; }

    public MessagePrice? Price { get; init; }

    public string? Reason { get; init; }

    public string? ProviderCode { get; init; }

    public required bool IsRetryable { get; init; }

    public static MessageRecord Read(DbDataReader reader) => new()
    {
        Id = reader.GetString(0),
        UsageType = reader.GetString(1),
        MaskedTo = reader.GetString(2),
        Country = Text(reader, 3),
        Connector = reader.GetString(4),
        IsPinned = reader.GetInt64(5) != 0,
        Tried = reader.GetString(6),
        Status = (MessageStatus)reader.GetInt64(7),
        Work = (MessageWork)reader.GetInt64(8),
        Owner = reader.GetInt64(9),
        Fence = reader.GetInt64(10),
        Attempt = (int)reader.GetInt64(11),
        Lookups = (int)reader.GetInt64(12),
        DueAt = Instants.FromStored(reader.GetInt64(13)),
        CreatedAt = Instants.FromStored(reader.GetInt64(14)),
        StartedAt = reader.IsDBNull(15) ? null : Instants.FromStored(reader.GetInt64(15)),
        ExpiresAt = Instants.FromStored(reader.GetInt64(16)),
        ProviderMessageId = Text(reader, 17),
        Segments = reader.IsDBNull(18) ? null : (int)reader.GetInt64(18),
        Reason = Text(reader, 19),
        ProviderCode = Text(reader, 20),
        IsRetryable = reader.GetInt64(21) != 0,
        Price = reader.IsDBNull(22) ? null : new MessagePrice(reader.GetInt64(22), reader.GetString(23)),
    };

    public MessageResult ToResult(IReadOnlyList<MessageAttempt> attempts) => new()
    {
        Id = Id,
        To = MaskedTo,
        Country = Country,
        UsageType = UsageType,
        Connector = Connector,
        Status = MessageStatuses.NameOf(Status),
        ProviderMessageId = ProviderMessageId,
        Segments = Segments,
        Price = Price?.Amount,
        Currency = Price?.Currency,
        Reason = Reason,
        ProviderCode = ProviderCode,
        Retryable = IsRetryable,
        CreatedAt = CreatedAt,
        ExpiresAt = ExpiresAt,
        Attempts = attempts,
    };

    private static string? Text(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
