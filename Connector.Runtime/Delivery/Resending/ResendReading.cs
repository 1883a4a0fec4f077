using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Makes a new message of one that failed. Thread-safe.</summary>
internal sealed class ResendReading(
    SealedData sealedData, Router router, MessageSealing sealing, ILogger<ResendReading> logger)
{
    /// <param name="kept">The message, with its content.</param>
    /// <param name="connector">
    /// Who is to send it; <see langword="null"/> for the one that its caller had named, or else whom the host chooses.
    /// </param>
    /// <param name="now">When.</param>
    /// <returns><see langword="null"/> when number and code can't be read, because the keys are gone.</returns>
    /// <exception cref="ConnectorRequestException">There is no such connector, or it doesn't run.</exception>
    public Message? Read(ClaimedRow kept, string? connector, DateTimeOffset now)
    {
        if (KeptContent.TryOpen(sealedData, kept.Content ?? [], kept.Record.Id, logger) is not var (phone, content))
        {
            return null;
        }

        // The database keeps milliseconds, and a message reads the same before and after.
        now = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var message = kept.Record;
        var delivery = new SmsDelivery { MessageId = MessageId.Create(now), ExpiresAt = message.ExpiresAt };
        return new Message
        {
            To = phone,
            UsageType = new UsageType(message.UsageType),
            Payload = content.ToPayload(delivery),
            Id = delivery.MessageId,
            CreatedAt = now,
            ExpiresAt = message.ExpiresAt,
            Connector = router.Choose(Named(message, connector), phone).Name,
        };
    }

    public async Task<NewMessage> SealAsync(Message message, MessageRecord before, string? connector, string? client) =>
        sealing.Seal(
            message,
            await sealing.HashAsync(message.To),
            isPinned: Named(before, connector) is not null,
            client,
            owner: 0);

    private static string? Named(MessageRecord message, string? connector) =>
        connector ?? (message.IsPinned ? message.Connector : null);
}
