using System.Text.Json;

namespace Connector.Runtime.Schemas;

/// <summary>Reads which types a schema allows.</summary>
internal static class SchemaTypes
{
    public static void AddTo(HashSet<string> types, JsonElement schema)
    {
        if (schema.TryGetProperty("type", out var type))
        {
            types.UnionWith(Texts(type));
            return;
        }

        // A list of values says their types too.
        if (schema.TryGetProperty("enum", out var values) && values.ValueKind == JsonValueKind.Array)
        {
            types.UnionWith(values.EnumerateArray().Select(Of));
        }

        if (schema.TryGetProperty("const", out var value))
        {
            types.Add(Of(value));
        }
    }

    private static IEnumerable<string> Texts(JsonElement type)
    {
        IEnumerable<JsonElement> items = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray() : [type];
        return items.Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);
    }

    private static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        JsonValueKind.Null => "null",
        _ => "string",
    };
}
