using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Abstractions;

namespace Connector.Runtime.Schemas;

/// <summary>
/// Puts stored secrets back where a request repeats the mask that stood for them in what its sender has read.
/// </summary>
internal sealed class KeptSecrets
{
    private readonly List<ConfigIssue> missing = [];

    private KeptSecrets()
    {
    }

    /// <param name="config">What was sent.</param>
    /// <param name="stored">What was stored before; undefined when there is nothing.</param>
    /// <param name="schema">Says what is secret.</param>
    /// <returns>
    /// The configuration with its secrets, and the masks that stand for nothing, which it still has.
    /// </returns>
    public static (JsonNode? Config, IReadOnlyList<ConfigIssue> Missing) PutBack(
        JsonElement config, JsonElement stored, SchemaNode schema)
    {
        var kept = new KeptSecrets();
        return (kept.PutBack(config, stored, schema, ""), kept.missing);
    }

    private JsonNode? PutBack(JsonElement value, JsonElement stored, SchemaNode schema, string pointer)
    {
        if (schema.IsWriteOnly && IsMask(value))
        {
            return Keep(stored, pointer);
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => PutBackObject(value, stored, schema, pointer),
            JsonValueKind.Array => PutBackArray(value, stored, schema.Item(), pointer),
            JsonValueKind.Undefined => null,
            _ => JsonNode.Parse(value.GetRawText()),
        };
    }

    private JsonObject PutBackObject(JsonElement value, JsonElement stored, SchemaNode schema, string pointer)
    {
        var result = new JsonObject();
        foreach (var property in value.EnumerateObject())
        {
            var before = Member(stored, property.Name);
            var place = JsonPointer.Append(pointer, property.Name);
            var (name, member) = schema.Member(property.Name);

            // Whatever the schema doesn't know is read as a mask too.
            var isHidden = !member.IsKnown || name != property.Name;
            result[property.Name] = isHidden && IsMask(property.Value)
                ? Keep(before, place)
                : PutBack(property.Value, before, member, place);
        }

        return result;
    }

    private JsonArray PutBackArray(JsonElement value, JsonElement stored, SchemaNode item, string pointer)
    {
        var before = stored.ValueKind == JsonValueKind.Array ? stored.EnumerateArray().ToList() : [];
        var isAsLong = before.Count == value.GetArrayLength();
        var shown = before.ConvertAll(entry => Secrets.Redact(entry, item));
        return new JsonArray(
        [
            .. value.EnumerateArray().Select((entry, index) => PutBack(
                entry, Match(entry, before, shown, isAsLong ? index : -1), item, $"{pointer}/{index}")),
        ]);
    }

    // Entries move and go, so a mask is trusted only in an entry that reads as exactly one of the stored ones does.
    private static JsonElement Match(JsonElement entry, List<JsonElement> before, List<JsonNode?> shown, int index)
    {
        var sent = JsonNode.Parse(entry.GetRawText());
        var alike = Enumerable.Range(0, before.Count).Where(i => JsonNode.DeepEquals(sent, shown[i])).ToList();
        if (alike.Count == 1)
        {
            return before[alike[0]];
        }

        return alike.Contains(index) ? before[index] : default;
    }

    private JsonNode? Keep(JsonElement stored, string pointer)
    {
        if (stored.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            return JsonNode.Parse(stored.GetRawText());
        }

        missing.Add(new ConfigIssue(
            pointer, $"{Secrets.Mask} stands for a secret that is stored, and none is here. Send the secret itself."));
        return JsonValue.Create(Secrets.Mask);
    }

    private static bool IsMask(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.ValueEquals(Secrets.Mask);

    private static JsonElement Member(JsonElement stored, string name) =>
        stored.ValueKind == JsonValueKind.Object && stored.TryGetProperty(name, out var member) ? member : default;
}
