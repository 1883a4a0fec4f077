using Connector.Abstractions;
using Connector.Abstractions.Templates;
using Connectors.TwilioSms.Errors;

namespace Connectors.TwilioSms.Answers;

/// <summary>
/// Turns an answer into an outcome: by HTTP status first, then by code, for Twilio advises against relying on codes
/// and has split some of them before.
/// </summary>
internal static class AnswerRules
{
    /// <summary>Judges the answer to a CreateMessage request.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="answer">The body.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="text">The message as sent.</param>
    public static SendOutcome Judge(int status, TwilioAnswer answer, AnswerHeaders headers, string text) =>
        status switch
        {
            >= 200 and < 300 => JudgeMessage(answer, text, headers.RequestId),

            // "See other" is how a server tells a client that it has done what was asked.
            303 => Unknown("The answer was a redirect (HTTP 303) as after a completed request.", answer, headers),
            >= 300 and < 400 => Refuse(RefusalReason.Misconfigured, RedirectDetail(status), answer, headers),
            401 => Refuse(RefusalReason.Authentication, status, answer, headers),
            403 => Refuse(answer.Code?.Reason ?? RefusalReason.Authentication, status, answer, headers),
            408 => Unknown($"The request timed out on the way (HTTP {status}).", answer, headers),
            429 => Refuse(TooMany(answer), status, answer, headers),
            >= 400 and < 500 => Refuse(answer.Code?.Reason ?? RefusalReason.Misconfigured, status, answer, headers),
            503 => Refuse(RefusalReason.ProviderUnavailable, status, answer, headers),

            // Twilio says of its own 500 that the message may have been sent.
            _ => Unknown($"Twilio failed (HTTP {status}); it may have taken the message.", answer, headers),
        };

    /// <summary>Judges a message that Twilio has stored.</summary>
    /// <param name="answer">The message.</param>
    /// <param name="text">The message as sent.</param>
    /// <param name="requestId">Of the request that created it.</param>
    public static SendOutcome JudgeMessage(TwilioAnswer answer, string text, string? requestId = null)
    {
        if (answer.Sid is not { } sid)
        {
            const string Detail = "The answer says success but names no message; a proxy may have given it.";
            return new SendOutcome.Unknown(Detail) { ProviderRequestId = requestId };
        }

        if (answer.HasFailed)
        {
            return new SendOutcome.Refused(FailureReason(answer.Code))
            {
                ProviderRequestId = requestId,
                ProviderCode = answer.Code?.Text,
                Detail = TwilioHints.Find(answer.Code?.Text) ?? "Twilio took the message and marked it as failed.",
            };
        }

        return new SendOutcome.Accepted(sid)
        {
            ProviderRequestId = requestId,

            // With a Messaging Service Twilio counts later, but it counts the same text.
            Segments = answer.Segments ?? SmsSegmentation.Of(text).Segments,
            Price = answer.Price,
            Currency = answer.Price is null ? null : answer.Currency,
        };
    }

    // Without a code it may pass; with one that isn't known here another connector is the better try.
    private static RefusalReason FailureReason(TwilioCode? code) =>
        code is { } known ? known.Reason ?? RefusalReason.Misconfigured : RefusalReason.ProviderUnavailable;

    private static RefusalReason TooMany(TwilioAnswer answer) =>
        answer.Code?.Reason == RefusalReason.QuotaExhausted ? RefusalReason.QuotaExhausted : RefusalReason.RateLimited;

    private static string RedirectDetail(int status) =>
        $"The answer was a redirect (HTTP {status}); Twilio gives none. Check apiBaseUrl, region, edge and proxies.";

    private static SendOutcome.Refused Refuse(
        RefusalReason reason,
        int status,
        TwilioAnswer answer,
        AnswerHeaders headers)
    {
        var detail = TwilioHints.Find(answer.Code?.Text) ?? $"Twilio refused the request (HTTP {status}).";
        return Refuse(reason, detail, answer, headers);
    }

    private static SendOutcome.Refused Refuse(
        RefusalReason reason,
        string detail,
        TwilioAnswer answer,
        AnswerHeaders headers) =>
        new(reason)
        {
            ProviderCode = answer.Code?.Text,
            RetryAfter = headers.RetryAfter,
            Detail = detail,
            ProviderRequestId = headers.RequestId,
        };

    private static SendOutcome.Unknown Unknown(string detail, TwilioAnswer answer, AnswerHeaders headers) =>
        new(detail) { ProviderCode = answer.Code?.Text, ProviderRequestId = headers.RequestId };
}
