namespace Connector.Runtime.Delivery;

/// <summary>A message and how far it has come. Holds no number and no code in clear.</summary>
public sealed record MessageResult
{
    /// <summary>The message's id, <c>msg_</c> and a UUIDv7, so that ids sort by time.</summary>
    public required string Id { get; init; }

    /// <summary>The recipient, masked.</summary>
    public required string To { get; init; }

    /// <summary>Where it goes, ISO 3166-1, such as <c>ES</c>.</summary>
    /// <value><see langword="null"/> for numbers of no country.</value>
    public string? Country { get; init; }

    /// <summary>Why it was sent.</summary>
    public required string UsageType { get; init; }

    /// <summary>The connector that had it last.</summary>
    public string? Connector { get; init; }

    /// <summary><c>accepted</c>, <c>refused</c> or <c>unknown</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The provider's id of the message, once it accepted it.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>How many parts it is billed as, when known.</summary>
    public int? Segments { get; init; }

    /// <summary>What the provider asked for it when it took it, an amount of <see cref="Currency"/>.</summary>
    /// <value><see langword="null"/> when it didn't say: many providers know only later.</value>
    public decimal? Price { get; init; }

    /// <summary>Three capital letters, as in ISO 4217, such as <c>USD</c>; there whenever a price is.</summary>
    public string? Currency { get; init; }

    /// <summary>Why it was refused, such as <c>invalidRecipient</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The provider's own code, such as <c>21211</c>.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>Whether sending the same message again may succeed without sending it twice.</summary>
    public required bool Retryable { get; init; }

    /// <summary>When the host took it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its code stops being useful.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Every attempt to send it, in order.</summary>
    public required IReadOnlyList<MessageAttempt> Attempts { get; init; }
}
