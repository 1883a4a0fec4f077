namespace Connector.Abstractions.Capabilities;

/// <summary>A message in a local inbox.</summary>
public sealed class InboxMessage
{
    /// <summary>The id that the send returned as provider message id.</summary>
    public required string Id { get; init; }

    /// <summary>The recipient.</summary>
    public required PhoneNumber To { get; init; }

    /// <summary>Why it was sent.</summary>
    public required UsageType UsageType { get; init; }

    /// <summary>The text as a telephone would show it.</summary>
    public required string Text { get; init; }

    /// <summary>The code in it. <see langword="null"/> when it has none.</summary>
    public string? Code { get; init; }

    /// <summary>The language the sender asked for. <see langword="null"/> when it didn't.</summary>
    public string? Locale { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
