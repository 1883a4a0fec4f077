using System.Text.Encodings.Web;
using System.Text.Json;

namespace Connector.Runtime.Delivery;

/// <summary>Writes the bodies of events.</summary>
internal static class EventBodies
{
    private static readonly EventJsonContext Json = new(new JsonSerializerOptions(EventJsonContext.Default.Options)
    {
        // Never inside a page; leaves the bullets of a masked number readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>A message without the provider's own texts.</summary>
    public static string Of(MessageResult message, MessageStatus status, DateTimeOffset now)
    {
        var told = message with { Attempts = [.. message.Attempts.Select(WithoutTexts)] };
        return JsonSerializer.Serialize(new(EventTypes.NameOf(status), now, told), Json.EventBodyMessageResult);
    }

    public static string OfTest(string webhookId, DateTimeOffset now) => JsonSerializer.Serialize(
        new(EventTypes.Test, now, new TestEventData(webhookId)), Json.EventBodyTestEventData);

    private static MessageAttempt WithoutTexts(MessageAttempt attempt) =>
        attempt with { Detail = null, ProviderRequestId = null };
}
