using Connector.Abstractions;

namespace Connector.Runtime.Delivery;

/// <summary>Gives a payload the delivery details of an attempt.</summary>
internal static class PayloadDelivery
{
    public static SmsPayload With(this SmsPayload payload, SmsDelivery delivery) => new()
    {
        Code = payload.Code,
        Link = payload.Link,
        Locale = payload.Locale,
        UiLocales = payload.UiLocales,
        Variables = payload.Variables,
        ClientIp = payload.ClientIp,
        Delivery = delivery,
    };
}
