using System.Text.Json.Serialization;
using Connector.Abstractions;

namespace Connectors.HttpSms.Answers;

/// <summary>The reasons of <see cref="RefusalReason"/> that a provider can have, and not knowing.</summary>
internal enum ErrorMeaning
{
    [JsonStringEnumMemberName("invalidRecipient")]
    InvalidRecipient = RefusalReason.InvalidRecipient,

    [JsonStringEnumMemberName("optedOut")]
    OptedOut = RefusalReason.OptedOut,

    [JsonStringEnumMemberName("unsupportedDestination")]
    UnsupportedDestination = RefusalReason.UnsupportedDestination,

    [JsonStringEnumMemberName("contentRejected")]
    ContentRejected = RefusalReason.ContentRejected,

    [JsonStringEnumMemberName("authentication")]
    Authentication = RefusalReason.Authentication,

    [JsonStringEnumMemberName("misconfigured")]
    Misconfigured = RefusalReason.Misconfigured,

    [JsonStringEnumMemberName("rateLimited")]
    RateLimited = RefusalReason.RateLimited,

    [JsonStringEnumMemberName("quotaExhausted")]
    QuotaExhausted = RefusalReason.QuotaExhausted,

    [JsonStringEnumMemberName("providerUnavailable")]
    ProviderUnavailable = RefusalReason.ProviderUnavailable,

    /// <summary>The provider may have taken the message all the same.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = -1,
}
