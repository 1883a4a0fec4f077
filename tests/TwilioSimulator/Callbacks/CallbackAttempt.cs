namespace TwilioSimulator.Callbacks;

/// <summary>One request to a status callback URL.</summary>
/// <param name="MessageSid">The message it was about.</param>
/// <param name="Status">The status it reported.</param>
/// <param name="Url">Where it went, without the query.</param>
/// <param name="Number">1 for the first request of a report, 2 for its retry.</param>
/// <param name="HttpStatus">The receiver's answer; <see langword="null"/> when there was none.</param>
/// <param name="At">When it ended.</param>
public sealed record CallbackAttempt(
    string MessageSid,
    string Status,
    string Url,
    int Number,
    int? HttpStatus,
    DateTimeOffset At);
