namespace Connector.Runtime.Delivery;

/// <summary>Which messages to list, as a caller writes it. What is left out doesn't matter.</summary>
public sealed record MessageListRequest
{
    /// <summary>Only those with this status, one of <see cref="MessageStatuses.Names"/>.</summary>
    public string? Status { get; init; }

    /// <summary>Only those to this number; written as for sending.</summary>
    public string? To { get; init; }

    /// <summary>Only those that this connector had last.</summary>
    public string? Connector { get; init; }

    /// <summary>Only those taken at or after this instant, ISO 8601; UTC unless it says otherwise.</summary>
    public string? From { get; init; }

    /// <summary>Only those taken before this instant.</summary>
    public string? Until { get; init; }

    /// <summary>How many at most, from 1 to 200.</summary>
    /// <value>50.</value>
    public string? Limit { get; init; }

    /// <summary>
    /// Goes on where a page ended: its <see cref="MessagePage.Next"/>. It holds that page's filters; others can't be
    /// given with it.
    /// </summary>
    public string? Cursor { get; init; }

    /// <summary>The type's name only: the request may hold a number.</summary>
    /// <returns><c>MessageListRequest</c>.</returns>
    public override string ToString() => nameof(MessageListRequest);
}
