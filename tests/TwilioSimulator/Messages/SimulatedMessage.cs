namespace TwilioSimulator.Messages;

/// <summary>A message the simulator accepted, at one moment; a later status is another instance.</summary>
public sealed record SimulatedMessage
{
    /// <summary>SM or MM and 32 hexadecimal digits.</summary>
    public required string Sid { get; init; }

    /// <summary>The account that sent it.</summary>
    public required string AccountSid { get; init; }

    /// <summary>The recipient exactly as sent.</summary>
    public required string To { get; init; }

    /// <summary>The sender; <see langword="null"/> until a Messaging Service has chosen one.</summary>
    public string? From { get; init; }

    /// <summary>The Messaging Service, if one was named.</summary>
    public string? MessagingServiceSid { get; init; }

    /// <summary>The text; empty after redaction.</summary>
    public required string Body { get; init; }

    /// <summary>One of <see cref="MessageStatus"/>, or what a test set by hand.</summary>
    public required string Status { get; init; }

    /// <summary>Why it was not delivered.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Segments as Twilio shows them: zero while a Messaging Service has not started.</summary>
    public int Segments { get; init; }

    /// <summary>Number of media files.</summary>
    public int Media { get; init; }

    /// <summary>When the create request was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the carrier took it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When anything of it changed last.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What it costs in USD, known once it is sent; positive.</summary>
    public decimal? Price { get; init; }

    /// <summary>Where status changes are reported.</summary>
    public Uri? StatusCallback { get; init; }

    /// <summary>What feedback said: confirmed or unconfirmed.</summary>
    public string? Feedback { get; init; }

    /// <summary>Every field of the create request, decoded.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Form { get; init; }

    /// <summary>Order of arrival, from zero.</summary>
    internal long Sequence { get; init; }

    /// <summary>The sid and status only: numbers and texts stay out of logs.</summary>
    /// <returns>Text without the number and the body.</returns>
    public override string ToString() => $"{Sid} {Status}";
}
