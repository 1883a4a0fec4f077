using Connector.Abstractions;

namespace Connectors.HttpSms.Tests.Wires;

/// <summary>Invented data that tests send and expect.</summary>
internal static class Samples
{
    public const string Number = "+15005550006";

    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static PhoneNumber Phone { get; } = PhoneNumber.Parse(Number);

    public static SmsPayload Payload { get; } = new()
    {
        Code = "123456",
        Delivery = new SmsDelivery { MessageId = "msg_1" },
    };
}
