using System.Text.Json;

namespace Connector.Testing.Schemas;

/// <summary>One schema within a JSON Schema, with its reference followed.</summary>
internal sealed class SchemaView
{
    private const int MostReferences = 16;

    private readonly JsonElement root;
    private readonly JsonElement schema;

    public SchemaView(JsonElement root, JsonElement schema)
    {
        this.root = root;
        this.schema = Follow(root, schema);
    }

    /// <summary>The types it names; empty when it allows any.</summary>
    public IReadOnlyList<string> Types => !TryGet("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? Texts(type)
        : [type.ToString()];

    public string TypeText => string.Join(" or ", Types);

    public IEnumerable<(string Name, SchemaView Schema)> Members => Has("properties", JsonValueKind.Object)
        ? schema.GetProperty("properties").EnumerateObject()
            .Select(member => (member.Name, new SchemaView(root, member.Value)))
        : [];

    public SchemaView? Items => Find("items");

    /// <summary>The schema of members that have no schema of their own.</summary>
    public SchemaView? FurtherMembers => Find("additionalProperties");

    /// <summary>The texts that are allowed; <see langword="null"/> when others are too.</summary>
    public IReadOnlyList<string>? Values => Has("enum", JsonValueKind.Array) ? Texts(schema.GetProperty("enum")) : null;

    public bool IsClosed => Has("additionalProperties", JsonValueKind.False) || FurtherMembers is not null;

    public bool IsSecret => Has("writeOnly", JsonValueKind.True);

    public bool Says(string keyword) => TryGet(keyword, out _);

    public bool Requires(string name) =>
        Has("required", JsonValueKind.Array) && Texts(schema.GetProperty("required")).Contains(name);

    /// <summary>Whether a value of the type may stand here. A whole number is a number too.</summary>
    public bool Allows(string? type) =>
        type is null || Types.Count == 0 || Types.Contains(type) || (type == "number" && Types.Contains("integer"));

    /// <summary>This schema and all below it, with the JSON Pointer of what each describes.</summary>
    public IEnumerable<(string Pointer, SchemaView Schema)> Walk(string pointer = "", int depth = 0)
    {
        yield return (pointer, this);
        IEnumerable<(string Name, SchemaView Schema)> inner = depth < MostReferences
            ? [.. Members, .. Items is { } items ? new[] { ("0", items) } : [],
                .. FurtherMembers is { } further ? new[] { ("*", further) } : []]
            : [];
        foreach (var found in inner.SelectMany(one => one.Schema.Walk($"{pointer}/{one.Name}", depth + 1)))
        {
            yield return found;
        }
    }

    private static JsonElement Follow(JsonElement root, JsonElement schema)
    {
        for (var i = 0; i < MostReferences && Reference(schema) is { } reference; i++)
        {
            schema = reference.Split('/').Skip(1).Aggregate(root, (node, step) =>
                node.ValueKind == JsonValueKind.Object && node.TryGetProperty(step, out var inner) ? inner : default);
        }

        return schema;
    }

    private static string? Reference(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object
        && schema.TryGetProperty("$ref", out var reference)
        && reference.ValueKind == JsonValueKind.String
            ? reference.GetString()
            : null;

    private static IReadOnlyList<string> Texts(JsonElement list) =>
        [.. list.EnumerateArray().Select(item => item.ToString())];

    private SchemaView? Find(string keyword) =>
        Has(keyword, JsonValueKind.Object) ? new SchemaView(root, schema.GetProperty(keyword)) : null;

    private bool Has(string keyword, JsonValueKind kind) => TryGet(keyword, out var value) && value.ValueKind == kind;

    private bool TryGet(string keyword, out JsonElement value)
    {
        value = default;
        return schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(keyword, out value);
    }
}
