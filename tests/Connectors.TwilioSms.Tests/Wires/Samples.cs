using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connectors.TwilioSms.Tests.Wires;

/// <summary>Invented data that tests send and expect.</summary>
internal static class Samples
{
    public const string AccountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string ServiceSid = "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string AuthToken = "0123456789abcdef0123456789abcdef";
    public const string MessageSid = "SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string Number = "+15005550006";
    public const string Code = "123456";
    public const string RequestId = "RQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static PhoneNumber Phone { get; } = PhoneNumber.Parse(Number);

    public static SmsPayload Payload { get; } = new() { Code = Code };

    /// <summary>A message as Twilio answers it after a send with a messaging service.</summary>
    public static string Message { get; } = MessageWith("\"status\":\"accepted\"");

    public static string MessageWith(string members) =>
        $$"""
        {"account_sid":"{{AccountSid}}","api_version":"2010-04-01","body":"Your code is 123456","date_created":
        "Sun, 01 Mar 2026 12:00:00 +0000","date_sent":null,"direction":"outbound-api","error_code":null,
        "error_message":null,"from":null,"messaging_service_sid":"{{ServiceSid}}","num_media":"0","num_segments":"0",
        "price":null,"price_unit":null,"sid":"{{MessageSid}}","subresource_uris":{"media":"/x","sid":"no"},
        "to":"{{Number}}","uri":"/x.json",{{members}}}
        """;

    public static string Error(string code) =>
        $$"""{"code":{{code}},"message":"To {{Number}} body","more_info":"https://www.twilio.com/x","status":400}""";

    /// <summary>Asks what became of the sample message.</summary>
    public static OutcomeQuery QueryFor(DateTimeOffset attemptedAt) => new()
    {
        Phone = Phone,
        UsageType = UsageType.Generic,
        Payload = Payload,
        AttemptedAt = attemptedAt,
    };

    public static SmsPayload PayloadWith(SmsDelivery delivery) => new() { Code = Code, Delivery = delivery };
}
