namespace Connector.Runtime.Delivery;

/// <summary>Makes event ids: a prefix and a UUIDv7, so that ids sort by time.</summary>
internal static class WebhookEventId
{
    private const string Prefix = "evt_";

    public static string Create(DateTimeOffset now) => $"{Prefix}{Guid.CreateVersion7(now):n}";

    public static bool IsValid(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(text[Prefix.Length..], "n", out _);
}
