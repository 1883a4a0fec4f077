namespace TwilioSimulator.Messages;

internal sealed record SubresourceUris(string Media, string Feedback);
