namespace TwilioSimulator.Messages;

internal sealed record FeedbackResource(
    string AccountSid,
    string MessageSid,
    string Outcome,
    string DateCreated,
    string DateUpdated,
    string Uri);
