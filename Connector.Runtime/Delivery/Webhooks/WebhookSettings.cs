namespace Connector.Runtime.Delivery;

/// <summary>What the owner of a webhook decides.</summary>
public sealed record WebhookSettings
{
    /// <summary>Where events are sent. Required to create one; <see langword="null"/> leaves it as it is.</summary>
    public string? Url { get; init; }

    /// <summary>
    /// The kinds of events, from <see cref="EventTypes.Names"/>; empty for all. <see langword="null"/> leaves them as
    /// they are, at first all.
    /// </summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>
    /// A note of up to 200 characters; empty for none. <see langword="null"/> leaves it as it is.
    /// </summary>
    public string? Description { get; init; }

    /// <summary>Whether it is told anything. <see langword="null"/> leaves it as it is, at first enabled.</summary>
    public bool? Enabled { get; init; }
}
