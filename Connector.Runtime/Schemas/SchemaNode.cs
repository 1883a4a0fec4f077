using System.Text.Json;

namespace Connector.Runtime.Schemas;

/// <summary>
/// What a JSON Schema says of one place in a document, as far as reading settings and hiding secrets needs it.
/// Validation is NJsonSchema's; this view starts in microseconds and keeps <c>writeOnly</c>, which NJsonSchema drops.
/// </summary>
internal sealed class SchemaNode
{
    private readonly SchemaReferences references;

    // Every schema that may apply here: itself, what it refers to, and what it combines.
    private readonly IReadOnlyList<JsonElement> schemas;

    private SchemaNode(SchemaReferences references, IEnumerable<JsonElement> schemas)
    {
        this.references = references;
        this.schemas = references.Resolve(schemas);
    }

    /// <summary>Whether the schema says anything of this place.</summary>
    public bool IsKnown => schemas.Count > 0;

    /// <summary>Whether any of the schemas calls it a secret: rather hide too much than too little.</summary>
    public bool IsWriteOnly => schemas.Any(
        schema => schema.TryGetProperty("writeOnly", out var value) && value.ValueKind == JsonValueKind.True);

    public static SchemaNode Of(JsonElement root) => new(new SchemaReferences(root), [root]);

    /// <summary>The types that the schema allows here; empty when it doesn't say.</summary>
    public IReadOnlySet<string> Types()
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var schema in schemas)
        {
            SchemaTypes.AddTo(types, schema);
        }

        return types;
    }

    /// <summary>
    /// The schema of a member, and its name as the schema spells it. Settings don't keep a name's case.
    /// </summary>
    public (string Name, SchemaNode Schema) Member(string name)
    {
        var spelling = Spell(name);
        var members = schemas
            .Select(schema => Find(schema, "properties", spelling))
            .OfType<JsonElement>()
            .ToList();
        return members.Count > 0
            ? (spelling, new SchemaNode(references, members))
            : (name, new SchemaNode(references, Each("additionalProperties")));
    }

    /// <summary>The schema of a list's items, whichever their position.</summary>
    public SchemaNode Item() => new(references, Each("items").SelectMany(AllOf));

    // One schema for all items, or one for each position.
    private static IEnumerable<JsonElement> AllOf(JsonElement items) =>
        items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [items];

    private static JsonElement? Find(JsonElement schema, string keyword, string name) =>
        schema.TryGetProperty(keyword, out var members)
        && members.ValueKind == JsonValueKind.Object
        && members.TryGetProperty(name, out var member)
            ? member
            : null;

    private string Spell(string name)
    {
        var names = schemas
            .Where(schema => schema.TryGetProperty("properties", out var members)
                && members.ValueKind == JsonValueKind.Object)
            .SelectMany(schema => schema.GetProperty("properties").EnumerateObject())
            .Select(member => member.Name)
            .ToList();
        return names.Contains(name)
            ? name
            : names.Find(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;
    }

    private IEnumerable<JsonElement> Each(string keyword)
    {
        foreach (var schema in schemas)
        {
            if (schema.TryGetProperty(keyword, out var value))
            {
                yield return value;
            }
        }
    }
}
