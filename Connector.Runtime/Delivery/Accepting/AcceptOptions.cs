namespace Connector.Runtime.Delivery;

/// <summary>How a message is taken.</summary>
public sealed record AcceptOptions
{
    /// <summary>
    /// Tells repeated requests from new ones: the same key with the same request within a day is the same message.
    /// </summary>
    /// <value><see langword="null"/>: every request is a new message.</value>
    public string? IdempotencyKey { get; init; }

    /// <summary>Who asks, such as the id of an API key: idempotency keys of others don't matter.</summary>
    /// <value><see langword="null"/>: the application itself.</value>
    public string? Client { get; init; }

    /// <summary>How long to wait for what becomes of the message.</summary>
    /// <value>Zero: not at all; it is stored, and its status is <c>queued</c>.</value>
    public TimeSpan Wait { get; init; }
}
