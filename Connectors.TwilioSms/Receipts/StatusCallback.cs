using System.Text;
using Connector.Abstractions.Capabilities;
using Connectors.TwilioSms.Answers;

namespace Connectors.TwilioSms.Receipts;

/// <summary>The fields of a status callback in the host's terms.</summary>
internal static class StatusCallback
{
    public static ReceiptReading Read(FormFields fields)
    {
        var sid = fields.Find("MessageSid") ?? fields.Find("SmsSid");
        var status = fields.Find("MessageStatus") ?? fields.Find("SmsStatus");
        if (sid is null || status is null)
        {
            return new ReceiptReading.Malformed("The request names no message or no status.");
        }

        // Twilio adds statuses; one that isn't known here says nothing about how far the message has come.
        return ReadStatus(status) is { } known
            ? new ReceiptReading.Verified([Receipt(sid, known, fields)])
            : new ReceiptReading.Verified([]);
    }

    private static DeliveryReceipt Receipt(string sid, DeliveryStatus status, FormFields fields)
    {
        var hasFailed = status is DeliveryStatus.Undelivered or DeliveryStatus.Failed or DeliveryStatus.Canceled;
        var code = fields.Find("ErrorCode") is { } text ? TwilioCode.Of(Encoding.UTF8.GetBytes(text)) : null;
        return new DeliveryReceipt(sid, status)
        {
            Reason = hasFailed ? code?.Reason : null,
            ProviderCode = code?.Text,
        };
    }

    private static DeliveryStatus? ReadStatus(string status) => status switch
    {
        "accepted" or "scheduled" or "queued" or "sending" => DeliveryStatus.Accepted,
        "sent" or "partially_delivered" => DeliveryStatus.Sent,
        "delivered" or "read" => DeliveryStatus.Delivered,
        "undelivered" => DeliveryStatus.Undelivered,
        "failed" => DeliveryStatus.Failed,
        "canceled" => DeliveryStatus.Canceled,
        _ => null,
    };
}
