using System.Text.Json;
using Connectors.TwilioSms.Http;

namespace Connectors.TwilioSms.Lookups;

/// <summary>A page of a list of messages, newest first. Valid as long as the reply it came from.</summary>
/// <param name="Messages">The messages' JSON.</param>
/// <param name="NextPath">Where the next page is.</param>
internal sealed record MessagePage(IReadOnlyList<JsonElement> Messages, string? NextPath)
{
    /// <summary>Reads a page.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="messagesPath">The list's own path.</param>
    /// <returns><see langword="null"/> when the answer isn't a list of messages.</returns>
    public static MessagePage? Read(TwilioReply reply, string messagesPath)
    {
        if (reply is not { IsSuccess: true, Json: { } json }
            || !json.RootElement.TryGetProperty("messages", out var messages)
            || messages.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        json.RootElement.TryGetText("next_page_uri", out var next);
        return string.IsNullOrEmpty(next) || LeadsToList(next, messagesPath)
            ? new MessagePage([.. messages.EnumerateArray()], string.IsNullOrEmpty(next) ? null : next)
            : null;
    }

    // Credentials go with the next request, so an answer must not send it elsewhere.
    private static bool LeadsToList(string next, string messagesPath) =>
        next.StartsWith(messagesPath + "?", StringComparison.Ordinal) && !next.Contains('#', StringComparison.Ordinal);
}
