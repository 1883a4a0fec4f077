using System.Text.RegularExpressions;
using Connector.Abstractions;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms.Answers;

/// <summary>
/// Turns an answer into an outcome: what the configuration says of an error counts first, then the HTTP status.
/// </summary>
internal sealed class AnswerJudge(AnswerOptions options, IReadOnlyList<ErrorRule> errors)
{
    private readonly bool asksForProof =
        new[] { options.IdPath, options.IdHeader, options.SuccessPath, options.SuccessPattern }
            .Any(proof => proof is { Length: > 0 });

    private readonly Regex? success =
        options.SuccessPattern is { Length: > 0 } pattern ? AnswerBody.Pattern(pattern) : null;

    private readonly Regex? error =
        options.ErrorPattern is { Length: > 0 } pattern ? AnswerBody.Pattern(pattern) : null;

    public SendOutcome Judge(ProviderAnswer answer, MessageValues values)
    {
        var body = new AnswerBody(answer.Body);
        var raw = body.Find(options.ErrorPath) ?? GroupOf(body.Match(error), "code");
        var code = ProviderText.Code(raw, values);
        var verdict = answer.IsSuccess ? JudgeSuccess(answer, body, values) : ByStatus(answer, code: null);
        var isSure = verdict is SendOutcome.Accepted && asksForProof;

        // Some providers tell an error in an answer whose HTTP status says success.
        return !isSure && FindRule(answer.Status, raw) is { } rule
            ? ByRule(rule, answer, code)
            : WithCode(verdict, code);
    }

    private static string? GroupOf(Match? match, string name) =>
        match?.Groups[name] is { Success: true } group ? group.Value : null;

    private static SendOutcome WithCode(SendOutcome verdict, string? code) => verdict switch
    {
        SendOutcome.Refused refused => refused with { ProviderCode = code },
        SendOutcome.Unknown unknown => unknown with { ProviderCode = code },
        _ => verdict,
    };

    private ErrorRule? FindRule(int status, string? code) => errors.FirstOrDefault(rule => rule.Fits(status, code));

    private static SendOutcome ByRule(ErrorRule rule, ProviderAnswer answer, string? code) =>
        rule.Reason == ErrorMeaning.Unknown
            ? Unknown($"The provider's error (HTTP {answer.Status}) is configured as unknown.", code)
            : Refuse((RefusalReason)rule.Reason, Refused(answer), answer, code);

    private static SendOutcome ByStatus(ProviderAnswer answer, string? code) => answer.Status switch
    {
        // "See other" is how a server tells a client that it has done what was asked.
        303 => Unknown("The answer was a redirect (HTTP 303) as after a completed request.", code),
        >= 300 and < 400 => Refuse(
            RefusalReason.Misconfigured, $"The answer was a redirect (HTTP {answer.Status}). Check url.", answer, code),
        401 or 403 => Refuse(RefusalReason.Authentication, Refused(answer), answer, code),
        402 => Refuse(RefusalReason.QuotaExhausted, Refused(answer), answer, code),
        408 => Unknown("The request timed out on the way (HTTP 408).", code),
        429 => Refuse(RefusalReason.RateLimited, Refused(answer), answer, code),
        >= 400 and < 500 => Refuse(RefusalReason.Misconfigured, Refused(answer), answer, code),
        503 => Refuse(RefusalReason.ProviderUnavailable, Refused(answer), answer, code),
        _ => Unknown($"The provider failed (HTTP {answer.Status}); it may have taken the message.", code),
    };

    private SendOutcome JudgeSuccess(ProviderAnswer answer, AnswerBody body, MessageValues values)
    {
        if (answer.Body is null)
        {
            return Unknown("The answer says success, but could not be read to its end.");
        }

        var match = body.Match(success);
        if (success is not null && match is null)
        {
            return Unknown("The answer doesn't match successPattern.");
        }

        if (options.SuccessPath is { Length: > 0 } path)
        {
            var state = body.Find(path);
            if (state is null)
            {
                return Unknown("The answer has nothing at successPath.");
            }

            if (!options.SuccessValues.Contains(state, StringComparer.OrdinalIgnoreCase))
            {
                const string Detail = "The answer says failure at successPath.";
                return Refuse(RefusalReason.Misconfigured, Detail, answer, code: null);
            }
        }

        var id = body.Find(options.IdPath) ?? GroupOf(match, "id") ?? answer.IdHeader;
        if (string.IsNullOrWhiteSpace(id) && AsksForId())
        {
            return Unknown("The answer says success but names no message; a proxy may have given it.");
        }

        // Where the provider has no ids, or one that may not be shown, the host's own is as good.
        return new SendOutcome.Accepted(
            ProviderText.Id(id, values) ?? values.Payload.Delivery?.MessageId ?? "unnamed");
    }

    private bool AsksForId() => options.IdPath is { Length: > 0 } || options.IdHeader is { Length: > 0 }
        || success?.GetGroupNames().Contains("id", StringComparer.Ordinal) == true;

    private static string Refused(ProviderAnswer answer) => $"The provider refused the request (HTTP {answer.Status}).";

    private static SendOutcome.Refused Refuse(
        RefusalReason reason, string detail, ProviderAnswer answer, string? code) =>
        new(reason) { ProviderCode = code, RetryAfter = answer.RetryAfter, Detail = detail };

    private static SendOutcome.Unknown Unknown(string detail, string? code = null) =>
        new(detail) { ProviderCode = code };
}
