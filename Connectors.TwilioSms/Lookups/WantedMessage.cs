using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connectors.TwilioSms.Answers;
using Connectors.TwilioSms.Http;

namespace Connectors.TwilioSms.Lookups;

/// <summary>Recognises the message that a lookup is after.</summary>
internal sealed class WantedMessage(OutcomeQuery query, string text)
{
    // The host's clock and Twilio's may differ.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(2);

    /// <summary>The message can't have been created before.</summary>
    public DateTimeOffset Earliest { get; } = query.AttemptedAt - ClockDifference;

    /// <summary>Looks through messages, newest first.</summary>
    /// <returns>
    /// What became of the message; unknown when one may be it but doesn't show its text; <see langword="null"/> when
    /// none can be it.
    /// </returns>
    public SendOutcome? FindIn(IReadOnlyList<JsonElement> messages)
    {
        var candidates = messages.Where(IsCandidate).ToList();
        var match = FirstWhere(candidates, HasText) ?? FirstWhere(candidates, HasCode);
        if (match is { } message)
        {
            var answer = TwilioAnswerReader.Read(JsonMarshal.GetRawUtf8Value(message));
            return AnswerRules.JudgeMessage(answer, text);
        }

        return candidates.Exists(HidesText)
            ? new SendOutcome.Unknown("Twilio has a message for the recipient from that time, but hides its text.")
            : null;
    }

    /// <summary>Whether the messages reach so far back that those after them don't count.</summary>
    public bool IsOlder(IReadOnlyList<JsonElement> messages) =>
        messages.Count > 0 && CreatedAt(messages[^1]) is { } created && created < Earliest;

    private static JsonElement? FirstWhere(List<JsonElement> messages, Func<JsonElement, bool> condition)
    {
        var index = messages.FindIndex(message => condition(message));
        return index < 0 ? null : messages[index];
    }

    private static DateTimeOffset? CreatedAt(JsonElement message) =>
        message.TryGetText("date_created", out var date)
        && DateTimeOffset.TryParseExact(
            date, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var created)
            ? created
            : null;

    private static bool HidesText(JsonElement message) =>
        !message.TryGetText("body", out var body) || body.Length == 0;

    private bool IsCandidate(JsonElement message)
    {
        var isIncoming = message.TryGetText("direction", out var direction)
            && direction.StartsWith("inbound", StringComparison.Ordinal);
        return message.ValueKind == JsonValueKind.Object && !isIncoming && !(CreatedAt(message) < Earliest);
    }

    // A trial account puts words of its own before the text.
    private bool HasText(JsonElement message) =>
        text.Length > 0 && message.TryGetText("body", out var body) && body.EndsWith(text, StringComparison.Ordinal);

    // A messaging service may replace look-alike characters, but never a code's.
    private bool HasCode(JsonElement message) =>
        query.Payload.Code is { Length: > 0 } code
        && message.TryGetText("body", out var body)
        && body.Contains(code, StringComparison.Ordinal);
}
