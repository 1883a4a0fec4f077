using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Abstractions.Templates;

namespace Connectors.Sandbox.Inbox;

/// <summary>Finds out whether a message has arrived.</summary>
internal sealed class InboxLookup(InboxFile inbox, int keepMessages)
{
    public async Task<SendOutcome> FindAsync(OutcomeQuery query, string? text, CancellationToken cancellationToken)
    {
        var messages = await inbox.ReadAsync(keepMessages, cancellationToken);
        if (messages.FirstOrDefault(message => IsAnswer(message, query, text)) is { } found)
        {
            return new SendOutcome.Accepted(found.Id) { Segments = SmsSegmentation.Of(found.Text).Segments };
        }

        return MayBeGone(messages, query)
            ? new SendOutcome.Unknown("The inbox no longer reaches back to the send.")
            : new SendOutcome.Refused(RefusalReason.NotAttempted);
    }

    private static bool IsAnswer(StoredMessage message, OutcomeQuery query, string? text) =>
        message.To == query.Phone.E164
        && message.ReceivedAt >= query.AttemptedAt
        && (query.Payload.Delivery is { } delivery ? message.MessageId == delivery.MessageId : message.Text == text);

    private bool MayBeGone(IReadOnlyList<StoredMessage> messages, OutcomeQuery query) =>
        messages.Count >= keepMessages && messages[^1].ReceivedAt > query.AttemptedAt;
}
