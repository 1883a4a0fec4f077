using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Makes a message that was taken ready to be worked on. Thread-safe.</summary>
internal sealed class MessageOpening(
    SealedData sealedData, ConnectorTable table, ReceiptUrls receiptUrls, ILogger<MessageOpening> logger)
{
    /// <returns><see langword="null"/> when number and code can't be read any more.</returns>
    public ClaimedMessage? TryOpen(ClaimedRow row) =>
        KeptContent.TryOpen(sealedData, row.Content ?? [], row.Record.Id, logger) is var (phone, content)
            ? Open(row.Record, phone, content.ToPayload(Delivery(row.Record)))
            : null;

    /// <summary>For a message whose content is at hand.</summary>
    public ClaimedMessage Open(MessageRecord record, PhoneNumber phone, SmsPayload payload) => new()
    {
        Record = record,
        Phone = phone,
        Payload = payload,
        Connector = table.Current.Find(record.Connector)?.Running,
    };

    public SmsDelivery Delivery(MessageRecord record) => new()
    {
        MessageId = record.Id,
        Attempt = record.Attempt,
        ExpiresAt = record.ExpiresAt,
        ReceiptUrl = receiptUrls.For(record.Connector, record.Id, record.Attempt),
    };
}
