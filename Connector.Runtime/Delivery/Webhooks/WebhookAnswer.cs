namespace Connector.Runtime.Delivery;

/// <summary>What came of sending an event once: an HTTP status, or why there was none.</summary>
internal sealed record WebhookAnswer
{
    private const int Gone = 410;

    /// <summary>The receiver's status.</summary>
    public int? HttpStatus { get; private init; }

    /// <summary>One of <see cref="WebhookErrors"/> when there is no status.</summary>
    public string? Error { get; private init; }

    /// <summary>How long the receiver asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public bool IsDelivered => HttpStatus is >= 200 and <= 299;

    /// <summary>Whether the receiver never wants to hear of this again.</summary>
    public bool IsGone => HttpStatus == Gone;

    public static WebhookAnswer Of(int httpStatus, TimeSpan? retryAfter) =>
        new() { HttpStatus = httpStatus, RetryAfter = retryAfter };

    public static WebhookAnswer Failed(string error) => new() { Error = error };
}
