using System.Globalization;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connectors.TwilioSms.Http;

namespace Connectors.TwilioSms.Lookups;

/// <summary>
/// Looks for a message whose answer was lost. CreateMessage has no idempotency key, so the recipient's messages are
/// listed and compared with the text.
/// </summary>
internal sealed class MessageLookup(TwilioApi api)
{
    private const int MaxPages = 5;
    private const int PageSize = 50;

    // A request that Twilio is still working on appears in the list a moment later.
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(5);

    /// <summary>Looks for the message.</summary>
    /// <param name="query">The send in question.</param>
    /// <param name="text">Its text.</param>
    /// <param name="cancellationToken">Fires when the host no longer waits.</param>
    /// <returns>As <see cref="IOutcomeLookup"/> says.</returns>
    public async Task<SendOutcome> FindAsync(OutcomeQuery query, string text, CancellationToken cancellationToken)
    {
        var wanted = new WantedMessage(query, text);
        var to = $"?To={Uri.EscapeDataString(query.Phone.E164)}";
        var day = wanted.Earliest.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var outcome = await SearchAsync($"{to}&DateSent%3E={day}&PageSize={PageSize}", wanted, cancellationToken);

        // A message that still waits has no DateSent, and Twilio doesn't say whether the filter lets it through.
        outcome ??= await SearchAsync($"{to}&PageSize={PageSize}", wanted, cancellationToken);
        return outcome ?? JudgeAbsence(query);
    }

    private SendOutcome JudgeAbsence(OutcomeQuery query) =>
        api.Time.GetUtcNow() - query.AttemptedAt < SettleTime
            ? new SendOutcome.Unknown("Twilio doesn't list the message yet; it is too early to tell.")
            : new SendOutcome.Refused(RefusalReason.NotAttempted) { Detail = "Twilio doesn't have the message." };

    /// <returns>The outcome; <see langword="null"/> when the message certainly isn't in the list.</returns>
    private async Task<SendOutcome?> SearchAsync(
        string filter,
        WantedMessage wanted,
        CancellationToken cancellationToken)
    {
        string? path = api.MessagesPath + filter;
        SendOutcome? unclear = null;
        for (var page = 0; path is not null; page++)
        {
            if (page == MaxPages)
            {
                return new SendOutcome.Unknown("The recipient has too many messages to look through.");
            }

            using var reply = await api.GetAsync(path, cancellationToken);
            if (MessagePage.Read(reply, api.MessagesPath) is not { } found)
            {
                return new SendOutcome.Unknown($"Twilio did not list the messages (HTTP {reply.Status}).");
            }

            var match = wanted.FindIn(found.Messages);
            if (match is SendOutcome.Accepted or SendOutcome.Refused)
            {
                return match;
            }

            unclear ??= match;
            path = wanted.IsOlder(found.Messages) ? null : found.NextPath;
        }

        return unclear;
    }
}
