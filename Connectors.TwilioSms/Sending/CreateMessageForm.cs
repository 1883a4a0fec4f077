using System.Text;
using Connector.Abstractions;

namespace Connectors.TwilioSms.Sending;

/// <summary>
/// The body of a CreateMessage request. Fields come in the order in which Twilio's own clients send them.
/// </summary>
internal sealed class CreateMessageForm
{
    private const int UsualBytes = 1024;
    private const int ShortestValiditySeconds = 1;
    private const int LongestValiditySeconds = 36_000;

    // Everything from RiskCheck to "Body=" is the same for each message of a connector.
    private readonly byte[] constantFields;
    private readonly bool provideFeedback;

    public CreateMessageForm(TwilioSmsOptions options)
    {
        provideFeedback = options.ProvideFeedback;
        constantFields = ConstantFields(options);
    }

    /// <summary>
    /// Writes the body. The array is the request's own: a broken send may still read it after it was given up.
    /// </summary>
    /// <param name="phone">The recipient.</param>
    /// <param name="text">The message.</param>
    /// <param name="delivery">What the host knows about the delivery.</param>
    /// <param name="remaining">How long the code stays useful; more than nothing.</param>
    public byte[] Write(PhoneNumber phone, string text, SmsDelivery? delivery, TimeSpan? remaining)
    {
        var form = new FormWriter(stackalloc byte[UsualBytes]);
        form.WriteEncoded("To="u8);
        form.WriteText(phone.E164);
        if (delivery?.ReceiptUrl is { } receiptUrl)
        {
            form.WriteEncoded("&StatusCallback="u8);
            form.WriteText(receiptUrl.AbsoluteUri);
        }

        if (provideFeedback)
        {
            form.WriteEncoded("&ProvideFeedback=true"u8);
        }

        if (delivery is { Attempt: > 1 and var attempt })
        {
            form.WriteEncoded("&Attempt="u8);
            form.WriteNumber(attempt);
        }

        if (remaining is { } validity)
        {
            form.WriteEncoded("&ValidityPeriod="u8);
            form.WriteNumber(Seconds(validity));
        }

        form.WriteEncoded(constantFields);
        form.WriteText(text);
        return form.ToArrayAndClear();
    }

    private static int Seconds(TimeSpan validity) =>
        (int)Math.Clamp(validity.TotalSeconds, ShortestValiditySeconds, LongestValiditySeconds);

    private static byte[] ConstantFields(TwilioSmsOptions options)
    {
        var form = new FormWriter(stackalloc byte[UsualBytes]);
        form.WriteEncoded(options.DisableRiskCheck ? "&RiskCheck=disable"u8 : "&RiskCheck=enable"u8);
        WriteOptional(ref form, "&From=", options.From);
        WriteOptional(ref form, "&MessagingServiceSid=", options.FromMessagingServiceSid);
        form.WriteEncoded("&Body="u8);
        return form.ToArrayAndClear();
    }

    private static void WriteOptional(ref FormWriter form, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            form.WriteEncoded(Encoding.ASCII.GetBytes(name));
            form.WriteText(value);
        }
    }
}
