using System.Globalization;
using TwilioSimulator.Http;
using TwilioSimulator.Messages;

namespace TwilioSimulator.Callbacks;

/// <summary>The fields of a status callback.</summary>
internal static class CallbackForm
{
    public static List<KeyValuePair<string, string>> Of(SimulatedMessage message)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("SmsSid", message.Sid),
            new("SmsStatus", message.Status),
            new("MessageStatus", message.Status),
            new("To", message.To),
            new("MessageSid", message.Sid),
            new("AccountSid", message.AccountSid),
            new("From", message.From ?? string.Empty),
            new("ApiVersion", TwilioPaths.ApiVersion),
        ];
        if (message.MessagingServiceSid is { } service)
        {
            fields.Add(new("MessagingServiceSid", service));
        }

        if (message.ErrorCode is { } code)
        {
            fields.Add(new("ErrorCode", code.ToString(CultureInfo.InvariantCulture)));
        }

        if (message.Status is MessageStatus.Delivered or MessageStatus.Undelivered)
        {
            var done = message.UpdatedAt.UtcDateTime.ToString("yyMMddHHmm", CultureInfo.InvariantCulture);
            fields.Add(new("RawDlrDoneDate", done));
        }

        return fields;
    }
}
