using AcmeNamespace.Wire;
using Connector.Abstractions;

namespace AcmeNamespace;

/// <summary>Turns an answer into an outcome: by HTTP status first, then by the provider's code.</summary>
internal static class AnswerRules
{
    public static SendOutcome Judge(HttpResponseMessage response, MessageAnswer? answer) =>
        (int)response.StatusCode switch
        {
            >= 200 and < 300 when answer?.Id is { Length: > 0 } id => new SendOutcome.Accepted(id),
            >= 200 and < 300 => new SendOutcome.Unknown("The answer says success but names no message."),
            401 or 403 => Refuse(RefusalReason.Authentication, response, answer),
            402 => Refuse(RefusalReason.QuotaExhausted, response, answer),
            408 => new SendOutcome.Unknown("The request timed out on the way (HTTP 408)."),
            429 => Refuse(RefusalReason.RateLimited, response, answer),
            >= 300 and < 500 => Refuse(ReasonOf(answer?.SafeCode), response, answer),
            503 => Refuse(RefusalReason.ProviderUnavailable, response, answer),
            var status => new SendOutcome.Unknown($"The provider failed (HTTP {status}); the message may be sent."),
        };

    /// <summary>Judges a request that brought no answer: did it leave?</summary>
    public static SendOutcome JudgeFailure(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError =>
            new SendOutcome.Refused(RefusalReason.NotAttempted) { Detail = "The provider could not be reached." },
        _ => new SendOutcome.Unknown("The connection broke before the answer was complete."),
    };

    // What the provider's documentation says about its codes. Without a known one another connector is the better try.
    private static RefusalReason ReasonOf(string? code) => code switch
    {
        "invalid_number" => RefusalReason.InvalidRecipient,
        "opted_out" => RefusalReason.OptedOut,
        "country_not_enabled" => RefusalReason.UnsupportedDestination,
        "content_rejected" => RefusalReason.ContentRejected,
        _ => RefusalReason.Misconfigured,
    };

    private static SendOutcome.Refused Refuse(
        RefusalReason reason, HttpResponseMessage response, MessageAnswer? answer) => new(reason)
    {
        ProviderCode = answer?.SafeCode,
        RetryAfter = response.Headers.RetryAfter?.Delta,
        Detail = $"The provider refused the request (HTTP {(int)response.StatusCode}).",
    };
}
