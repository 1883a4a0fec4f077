namespace Connector.Runtime.Delivery;

/// <summary>An address that is told what becomes of messages.</summary>
public sealed record Webhook
{
    /// <summary>Its id, <c>whk_</c> and a UUIDv7, so that ids sort by time.</summary>
    public required string Id { get; init; }

    /// <summary>Where events are sent.</summary>
    public required string Url { get; init; }

    /// <summary>The kinds of events it is told, such as <c>message.delivered</c>; empty for all.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>What its owner wrote about it.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is told anything.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Why the host switched it off: <c>gone</c> when it answered 410.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>
    /// The key that its events are signed with, <c>whsec_</c> and Base64. Only in the answer that makes it.
    /// </summary>
    public string? Secret { get; init; }

    /// <summary>How long events are signed with the former secret too; missing when there is none.</summary>
    public DateTimeOffset? OldSecretUntil { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The id only: there may be a secret.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
