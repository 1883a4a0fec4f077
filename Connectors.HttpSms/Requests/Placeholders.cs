using System.Collections.Frozen;
using System.Globalization;

namespace Connectors.HttpSms.Requests;

/// <summary>Everything that a request may hold.</summary>
internal static class Placeholders
{
    public const string Text = "text";

    private static readonly FrozenDictionary<string, Placeholder> Known = new Placeholder[]
    {
        new("to", values => values.Phone.E164) { IsTame = true },
        new("toDigits", values => values.Phone.E164[1..]) { IsTame = true, IsNumber = true },
        new(Text, values => values.Text ?? ""),
        new("code", values => values.Payload.Code ?? ""),
        new("link", values => values.Payload.Link ?? ""),
        new("locale", values => values.Payload.Locale ?? ""),
        new("usageType", values => values.UsageType.Value),
        new("clientIp", values => values.Payload.ClientIp?.ToString() ?? "") { IsTame = true },
        new("messageId", values => values.Payload.Delivery?.MessageId ?? "") { IsTame = true },
        new("attempt", values => Number(values.Payload.Delivery?.Attempt ?? 1)) { IsTame = true, IsNumber = true },
        new("validitySeconds", values => Number(values.ValiditySeconds)) { IsTame = true, IsNumber = true },
        new("username", values => values.Options.Username ?? "") { IsTame = true },
        new("password", values => values.Options.Password ?? "") { IsTame = true },
        new("token", values => values.Options.Token ?? "") { IsTame = true },
    }
    .ToFrozenDictionary(placeholder => placeholder.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    public static Placeholder? Find(string name) => Known.GetValueOrDefault(name);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
