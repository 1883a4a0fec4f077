namespace Connectors.TwilioSms.Answers;

/// <summary>What counts of a message or an error in Twilio's JSON. <see langword="default"/> says nothing.</summary>
internal readonly record struct TwilioAnswer
{
    /// <summary>The id of a message.</summary>
    public string? Sid { get; init; }

    /// <summary>Whether the status says that the message will never be sent.</summary>
    public bool HasFailed { get; init; }

    /// <summary>From <c>error_code</c> of a message, or <c>code</c> of an error.</summary>
    public TwilioCode? Code { get; init; }

    /// <summary>Only when Twilio has counted; it writes 0 until it knows the sender.</summary>
    public int? Segments { get; init; }

    /// <summary>A positive amount.</summary>
    public decimal? Price { get; init; }

    public string? Currency { get; init; }
}
