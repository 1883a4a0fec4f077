namespace Connector.Runtime.Delivery;

/// <summary>Which messages to list; also what a cursor holds.</summary>
internal sealed record MessageFilter
{
    // Ids are this prefix, a time and random digits, so these two are before the first and after the last.
    private const string Prefix = "msg_";
    private const string Highest = "msg_g";

    public MessageStatus? Status { get; init; }

    /// <summary>The hash of the recipient, Base64.</summary>
    public string? To { get; init; }

    public string? Connector { get; init; }

    /// <summary>Milliseconds since 1970, included.</summary>
    public long? From { get; init; }

    /// <summary>Milliseconds since 1970, not included.</summary>
    public long? Until { get; init; }

    /// <summary>The last message of the page before; <see langword="null"/> on the first page.</summary>
    public string? After { get; init; }

    /// <summary>The messages have lower ids than this.</summary>
    public string Below => After ?? IdAt(Until) ?? Highest;

    /// <summary>The messages have this id or higher ones.</summary>
    public string Floor => IdAt(From) ?? "";

    /// <summary>Whether no index leads to the messages, so that others must be passed over.</summary>
    public bool MustPassOver => To is null && (Status is not null || Connector is not null);

    private static string? IdAt(long? instant) => instant is { } milliseconds ? $"{Prefix}{milliseconds:x12}" : null;
}
