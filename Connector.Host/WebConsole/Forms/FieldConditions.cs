using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Host.WebConsole;

/// <summary>
/// Members that a schema adds or requires only when others have certain values: <c>if</c>/<c>then</c>/<c>else</c> and
/// <c>dependencies</c>. The validator passes over them, people still expect to see the fields.
/// </summary>
internal static class FieldConditions
{
    private static readonly string[] Dependencies = ["dependencies", "dependentSchemas", "dependentRequired"];

    public static bool Exist(SchemaView schema) =>
        schema.Values("if").Any() || Dependencies.Any(keyword => schema.Values(keyword).Any());

    /// <summary>The schema with all that holds for a value.</summary>
    public static SchemaView Apply(SchemaView schema, JsonNode? value)
    {
        if (!Exist(schema))
        {
            return schema;
        }

        var found = Chosen(schema, value).Concat(Depending(schema, value as JsonObject)).ToList();
        return found.Count == 0 ? schema : schema.With(found);
    }

    private static IEnumerable<JsonElement> Chosen(SchemaView schema, JsonNode? value)
    {
        foreach (var part in schema.Parts)
        {
            if (part.TryGetProperty("if", out var condition)
                && part.TryGetProperty(Holds(condition, value) ? "then" : "else", out var chosen))
            {
                yield return chosen;
            }
        }
    }

    private static IEnumerable<JsonElement> Depending(SchemaView schema, JsonObject? value) => Dependencies
        .SelectMany(schema.Values)
        .Where(all => all.ValueKind == JsonValueKind.Object)
        .SelectMany(all => all.EnumerateObject())
        .Where(one => value?.ContainsKey(one.Name) == true)
        .Select(one => one.Value.ValueKind == JsonValueKind.Array ? Requiring(one.Value) : one.Value);

    private static JsonElement Requiring(JsonElement names) => JsonSerializer.SerializeToElement(
        new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["required"] = names },
        FormJson.Default.DictionaryStringJsonElement);

    // What conditions are made of in practice; anything further doesn't decide.
    private static bool Holds(JsonElement condition, JsonNode? value) => condition.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Object => condition.EnumerateObject().All(keyword => Holds(keyword, value)),
        _ => false,
    };

    private static bool Holds(JsonProperty keyword, JsonNode? value) => keyword.Name switch
    {
        "const" => JsonValues.Same(keyword.Value, value),
        "enum" when keyword.Value.ValueKind == JsonValueKind.Array => keyword.Value.EnumerateArray()
            .Any(one => JsonValues.Same(one, value)),
        "required" when keyword.Value.ValueKind == JsonValueKind.Array => keyword.Value.EnumerateArray()
            .All(name => name.ValueKind == JsonValueKind.String
                && (value as JsonObject)?.ContainsKey(name.GetString()!) == true),
        "properties" when keyword.Value.ValueKind == JsonValueKind.Object => keyword.Value.EnumerateObject()
            .All(member => value is not JsonObject all
                || !all.TryGetPropertyValue(member.Name, out var one)
                || Holds(member.Value, one)),
        "not" => !Holds(keyword.Value, value),
        "anyOf" when keyword.Value.ValueKind == JsonValueKind.Array =>
            keyword.Value.EnumerateArray().Any(one => Holds(one, value)),
        "allOf" when keyword.Value.ValueKind == JsonValueKind.Array =>
            keyword.Value.EnumerateArray().All(one => Holds(one, value)),
        _ => true,
    };
}
