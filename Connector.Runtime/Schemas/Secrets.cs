using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Runtime.Schemas;

/// <summary>Hides what a schema marks <c>writeOnly</c>.</summary>
public static class Secrets
{
    /// <summary>Stands for a secret that is set.</summary>
    public const string Mask = "••••";

    internal static JsonNode? Redact(JsonElement value, SchemaNode schema)
    {
        if (schema.IsWriteOnly && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
        {
            return JsonValue.Create(Mask);
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => RedactObject(value, schema),
            JsonValueKind.Array => RedactArray(value, schema.Item()),
            JsonValueKind.Undefined => null,
            _ => JsonNode.Parse(value.GetRawText()),
        };
    }

    private static JsonObject RedactObject(JsonElement value, SchemaNode schema)
    {
        var result = new JsonObject();
        foreach (var property in value.EnumerateObject())
        {
            var (name, member) = schema.Member(property.Name);

            // A name the schema doesn't know may be a misspelt secret.
            var isKnown = member.IsKnown && name == property.Name;
            result[property.Name] = isKnown ? Redact(property.Value, member) : JsonValue.Create(Mask);
        }

        return result;
    }

    private static JsonArray RedactArray(JsonElement value, SchemaNode item) =>
        new([.. value.EnumerateArray().Select(element => Redact(element, item))]);
}
