using Connector.Abstractions;

namespace Connector.Runtime.Delivery;

/// <summary>A message to send, read from its request.</summary>
internal sealed class Message
{
    private string? country;

    public required PhoneNumber To { get; init; }

    public required UsageType UsageType { get; init; }

    public required SmsPayload Payload { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Where it goes, ISO 3166-1; <see langword="null"/> for numbers of no country.</summary>
    public string? Country => country ??= RecipientNumber.Country(To);

    /// <summary>The connector that is to send it, once one is chosen.</summary>
    public string Connector { get; set; } = "";

    /// <summary>The message as its caller sees it before anything has happened to it.</summary>
    public MessageResult ToQueued() => new()
    {
        Id = Id,
        To = To.ToString(),
        Country = Country,
        UsageType = UsageType.Value,
        Connector = Connector,
        Status = MessageStatuses.NameOf(MessageStatus.Queued),
        Retryable = false,
        CreatedAt = CreatedAt,
        ExpiresAt = ExpiresAt,
        Attempts = [],
    };
}
