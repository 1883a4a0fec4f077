using Connector.Abstractions.Capabilities;

namespace Connector.Host.Api;

/// <summary>A message in a local inbox.</summary>
/// <param name="Id">The provider message id that the send returned.</param>
/// <param name="To">The recipient, masked.</param>
/// <param name="UsageType">Why it was sent.</param>
/// <param name="Text">The text as a telephone would show it.</param>
/// <param name="Code">The code in it.</param>
/// <param name="Locale">The language the sender asked for.</param>
/// <param name="ReceivedAt">When it arrived.</param>
internal sealed record InboxMessageResponse(
    string Id,
    string To,
    string UsageType,
    string Text,
    string? Code,
    string? Locale,
    DateTimeOffset ReceivedAt)
{
    public static InboxMessageResponse From(InboxMessage message) => new(
        message.Id,
        message.To.ToString(),
        message.UsageType.Value,
        message.Text,
        message.Code,
        message.Locale,
        message.ReceivedAt);

    /// <summary>The id only: an inbox message holds a code.</summary>
    public override string ToString() => Id;
}
