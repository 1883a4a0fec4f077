using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Runtime.Schemas;

namespace Connector.Host.WebConsole;

/// <summary>Reads and makes the JSON values of a form.</summary>
internal static class JsonValues
{
    // What is written here is shown as text by Razor, and people read "ñ", not "\u00f1".
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.General)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = FormJson.Default,
    };

    public static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A new node that stands for a stored secret.</summary>
    public static JsonNode Mask() => JsonValue.Create(Secrets.Mask);

    public static bool IsMask(JsonNode? node) => TextOf(node) == Secrets.Mask;

    public static bool? FlagOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static JsonElement ElementOf(JsonNode? node) =>
        JsonSerializer.SerializeToElement(node, FormJson.Default.JsonNode);

    public static JsonNode? NodeOf(JsonElement element) =>
        element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? null
            : JsonNode.Parse(element.GetRawText());

    public static bool Same(JsonElement element, JsonNode? node) => JsonElement.DeepEquals(element, ElementOf(node));

    /// <summary>A value in several lines, as people read it.</summary>
    public static string Write(JsonNode? node) => JsonSerializer.Serialize(node, Readable);

    /// <summary>The number in a text; the text itself where there is none, so that it stays in sight.</summary>
    public static JsonNode NumberOrText(string typed)
    {
        var text = typed.Trim();
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return JsonValue.Create(whole);
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(typed);
    }
}
