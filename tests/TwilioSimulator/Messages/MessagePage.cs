namespace TwilioSimulator.Messages;

/// <summary>Twilio's envelope of one page of a list.</summary>
internal sealed record MessagePage(
    IReadOnlyList<MessageResource> Messages,
    int Page,
    int PageSize,
    int Start,
    int End,
    string Uri,
    string FirstPageUri,
    string? PreviousPageUri,
    string? NextPageUri);
