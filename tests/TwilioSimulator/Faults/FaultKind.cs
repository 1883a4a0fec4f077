namespace TwilioSimulator.Faults;

/// <summary>Ways in which an answer goes wrong. The number is also that of the magic recipients.</summary>
public enum FaultKind
{
    /// <summary>No fault.</summary>
    None = 0,

    /// <summary>429 with code 20429, and Retry-After when the switch has one; not stored.</summary>
    TooManyRequests = 1,

    /// <summary>503 with code 20503; not stored.</summary>
    Unavailable = 2,

    /// <summary>503 with a page of HTML, as a proxy answers; not stored.</summary>
    UnavailableHtml = 3,

    /// <summary>500 without a body; not stored.</summary>
    InternalErrorEmpty = 4,

    /// <summary>502 with the JSON text null; not stored.</summary>
    BadGatewayNull = 5,

    /// <summary>302 to another page; not stored.</summary>
    Redirect = 6,

    /// <summary>201 without a body; stored.</summary>
    CreatedEmpty = 7,

    /// <summary>201 with a page of HTML, as a captive portal answers; not stored.</summary>
    CreatedHtml = 8,

    /// <summary>201 with status failed and an error code; stored as failed.</summary>
    CreatedFailed = 9,

    /// <summary>422 with a problem document of RFC 9457; not stored.</summary>
    Problem = 10,

    /// <summary>201 with a status that Twilio does not document; stored as usual.</summary>
    UnknownStatus = 11,

    /// <summary>400 whose code is a string; not stored.</summary>
    CodeAsString = 12,

    /// <summary>400 whose code is larger than any integer; not stored.</summary>
    CodeTooLarge = 13,

    /// <summary>201 with numbers where Twilio has strings and the reverse; stored as usual.</summary>
    OddTypes = 14,

    /// <summary>The usual answer, late by the switch's delay (5 s unless told); stored at once.</summary>
    Slow = 15,

    /// <summary>The connection breaks without an answer; not stored.</summary>
    ResetBeforeAnswer = 16,

    /// <summary>The connection breaks without an answer; stored.</summary>
    DropAfterAccept = 17,

    /// <summary>Headers and half of the body, the rest after the switch's delay (60 s unless told); stored.</summary>
    SlowBody = 18,

    /// <summary>500 with code 20500 although the message is stored.</summary>
    InternalErrorAfterAccept = 19,

    /// <summary>401 with code 20003 although the credentials are right, as after a rotation; not stored.</summary>
    Unauthorized = 20,
}
