using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Connectors.TwilioSms.Http;

/// <summary>Reads JSON that may be anything.</summary>
internal static class JsonObjects
{
    /// <returns><see langword="null"/> when the text isn't a JSON object.</returns>
    public static JsonDocument? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!JsonDocument.TryParseValue(ref reader, out var document))
            {
                return null;
            }

            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static bool TryGetText(this JsonElement element, string name, [NotNullWhen(true)] out string? text)
    {
        text = element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(name, out var member)
            && member.ValueKind == JsonValueKind.String
                ? member.GetString()
                : null;
        return text is not null;
    }
}
