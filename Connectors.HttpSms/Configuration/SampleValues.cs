using System.Text.Json;
using Connector.Abstractions;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms.Configuration;

/// <summary>Values to try a request with, hard to get right where escaping is missing.</summary>
internal static class SampleValues
{
    private const string Awkward = "\"'<&>\\ é\n{{code}}";

    public static MessageValues Values { get; } = new(
        new HttpSmsOptions { Url = "", Username = "u", Password = "p", Token = "t" },
        PhoneNumber.Parse("+15005550006"),
        UsageType.Generic,
        new SmsPayload
        {
            Code = "000000",
            Link = "https://example.com/?a=1&b=2",
            Locale = "en",
            Variables = new Dictionary<string, JsonElement>(),
            Delivery = new SmsDelivery { MessageId = "msg_0" },
        },
        Awkward,
        ValiditySeconds: 600);
}
