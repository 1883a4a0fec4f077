namespace Connector.Abstractions;

/// <summary>Why a message was refused, in terms that hold for every provider.</summary>
/// <remarks>New values may be added; treat an unknown one as <see cref="Misconfigured"/>.</remarks>
public enum RefusalReason
{
    /// <summary>The number can't receive SMS at all: malformed, a landline, not assigned.</summary>
    InvalidRecipient = 0,

    /// <summary>The recipient has asked not to receive messages.</summary>
    OptedOut = 1,

    /// <summary>This route doesn't serve the number's country or carrier.</summary>
    UnsupportedDestination = 2,

    /// <summary>The text was rejected: too long, filtered, not allowed.</summary>
    ContentRejected = 3,

    /// <summary>No template for the usage type, and no Generic one.</summary>
    TemplateNotFound = 4,

    /// <summary>The provider didn't accept the credentials, or the account is suspended.</summary>
    Authentication = 5,

    /// <summary>The connector's settings, or the provider account's, don't allow the send.</summary>
    Misconfigured = 6,

    /// <summary>Too many requests right now; the message was not processed.</summary>
    RateLimited = 7,

    /// <summary>A quota or balance is used up; hours, not seconds, until it works again.</summary>
    QuotaExhausted = 8,

    /// <summary>The provider said that it is temporarily unable to process the message.</summary>
    ProviderUnavailable = 9,

    /// <summary>The provider could not be reached; nothing left this process.</summary>
    NotAttempted = 10,
}
