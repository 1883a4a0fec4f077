using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;

namespace Connectors.TwilioSms.Answers;

/// <summary>What counts of an answer's headers.</summary>
/// <param name="RequestId">Twilio's id of the request, for its support.</param>
/// <param name="RetryAfter">How long Twilio asks to wait.</param>
internal readonly record struct AnswerHeaders(string? RequestId, TimeSpan? RetryAfter)
{
    private const int LongestRequestId = 64;

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    public static AnswerHeaders Of(HttpResponseMessage response, TimeProvider time)
    {
        var headers = response.Headers.NonValidated;
        return new AnswerHeaders(ReadRequestId(headers), ReadRetryAfter(headers, time));
    }

    private static string? ReadRequestId(HttpHeadersNonValidated headers)
    {
        if (!headers.TryGetValues("Twilio-Request-Id", out var values))
        {
            return null;
        }

        // It is logged and shown, so nothing but an id may pass.
        var id = values.ToString();
        return id.Length is > 0 and <= LongestRequestId && !id.AsSpan().ContainsAnyExcept(IdCharacters) ? id : null;
    }

    private static TimeSpan? ReadRetryAfter(HttpHeadersNonValidated headers, TimeProvider time)
    {
        if (!headers.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        var text = values.ToString();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(
            text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Later(date - time.GetUtcNow())
            : null;
    }

    private static TimeSpan Later(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
}
