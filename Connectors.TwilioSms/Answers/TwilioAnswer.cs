namespace Connectors.TwilioSms.Answers;

/// <summary>What counts of a message or an error in Twilio's JSON. <see langword="default"/> says nothing.</summary>
internal record struct TwilioAnswer
{
    /// <summary>The id of a message.</summary>
    public string? Sid { get; set; }

    /// <summary>Whether the status says that the message will never be sent.</summary>
    public bool HasFailed { get; set; }

    /// <summary>From <c>error_code</c> of a message, or <c>code</c> of an error.</summary>
    public TwilioCode? Code { get; set; }

    /// <summary>Only when Twilio has counted; it writes 0 until it knows the sender.</summary>
    public int? Segments { get; set; }

    /// <summary>A positive amount.</summary>
    public decimal? Price { get; set; }

    public string? Currency { get; set; }
}
