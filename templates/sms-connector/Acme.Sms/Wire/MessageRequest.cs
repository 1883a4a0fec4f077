namespace AcmeNamespace.Wire;

/// <summary>What the provider's API wants to be posted.</summary>
/// <param name="From">The sender.</param>
/// <param name="To">The recipient, in E.164.</param>
/// <param name="Text">The message.</param>
/// <param name="Reference">The host's id of the message, for comparing the provider's log with the host's.</param>
internal sealed record MessageRequest(string From, string To, string Text, string? Reference)
{
    // A record prints every member; number and text must never reach a log that way.
    public override string ToString() => nameof(MessageRequest);
}
