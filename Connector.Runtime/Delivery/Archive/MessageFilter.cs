namespace Connector.Runtime.Delivery;

/// <summary>Which messages to list; also what a cursor holds.</summary>
internal sealed record MessageFilter
{
    // No digit of an id is above f.
    private const string Highest = "msg_g";

    public MessageStatus? Status { get; init; }

    /// <summary>The hash of the recipient, Base64.</summary>
    public string? To { get; init; }

    public string? Connector { get; init; }

    /// <summary>Included.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Not included.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The last message of the page before; <see langword="null"/> on the first page.</summary>
    public string? After { get; init; }

    /// <summary>The messages have lower ids than this.</summary>
    public string Below => After ?? FirstIdOf(Until) ?? Highest;

    /// <summary>The messages have this id or higher ones.</summary>
    public string Floor => FirstIdOf(From) ?? "";

    /// <summary>Whether no index leads to the messages, so that others must be passed over.</summary>
    /// <param name="isShared">Whether hosts share the database: only then there is an index of recipients.</param>
    public bool MustPassOver(bool isShared) =>
        !(isShared && To is not null) && (To is not null || Status is not null || Connector is not null);

    private static string? FirstIdOf(DateTimeOffset? instant) => instant is { } known ? MessageId.FirstOf(known) : null;
}
