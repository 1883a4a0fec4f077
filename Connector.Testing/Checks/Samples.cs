using System.Globalization;
using Connector.Abstractions;

namespace Connector.Testing.Checks;

internal static class Samples
{
    public static SampleSend Send(int number, UsageType? usageType = null, string? locale = null) => new(
        PhoneNumber.Parse("+1500555" + (7000 + number).ToString("0000", CultureInfo.InvariantCulture)),
        usageType ?? UsageType.SignIn,
        new SmsPayload
        {
            Code = (830_000 + (number * 37)).ToString(CultureInfo.InvariantCulture),
            Link = "https://example.com/verify",
            Locale = locale,
            Delivery = new SmsDelivery { MessageId = $"msg_conformance{number}" },
        });
}
