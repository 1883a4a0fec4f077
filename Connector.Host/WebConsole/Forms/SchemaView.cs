using System.Text.Json;
using Connector.Runtime.Schemas;

namespace Connector.Host.WebConsole;

/// <summary>
/// What a JSON Schema says of one place, for a form: references are followed, <c>allOf</c> is read as one.
/// Whatever is malformed counts as not there.
/// </summary>
internal sealed class SchemaView
{
    // More than any person writes; a hostile schema could combine without end.
    private const int MostParts = 100;

    private readonly JsonElement root;
    private readonly List<JsonElement> parts = [];
    private readonly HashSet<string> own = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> followed;

    private SchemaView(JsonElement root, IEnumerable<JsonElement> schemas, IReadOnlySet<string> before)
    {
        this.root = root;
        foreach (var schema in schemas)
        {
            Add(schema, before);
        }

        followed = before.Union(own).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the way here has come by the same schema before.</summary>
    public bool IsRecursive { get; private set; }

    public IReadOnlyList<JsonElement> Parts => parts;

    public static SchemaView Of(JsonElement root) => new(root, [root], new HashSet<string>(["#"]));

    /// <summary>The first text behind a keyword.</summary>
    public string? Text(string keyword) =>
        First(keyword, JsonValueKind.String) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Whether any schema sets the keyword to true.</summary>
    public bool Is(string keyword) => Values(keyword).Any(value => value.ValueKind == JsonValueKind.True);

    /// <summary>The first value of a keyword that is of a kind; undefined without one.</summary>
    public JsonElement First(string keyword, params ReadOnlySpan<JsonValueKind> kinds)
    {
        foreach (var value in Values(keyword))
        {
            if (kinds.IsEmpty || kinds.Contains(value.ValueKind))
            {
                return value;
            }
        }

        return default;
    }

    public IEnumerable<JsonElement> Values(string keyword)
    {
        foreach (var part in parts)
        {
            if (part.TryGetProperty(keyword, out var value))
            {
                yield return value;
            }
        }
    }

    /// <summary>The texts in the arrays of a keyword, such as <c>required</c>.</summary>
    public IReadOnlySet<string> Names(string keyword) => Values(keyword)
        .Where(value => value.ValueKind == JsonValueKind.Array)
        .SelectMany(value => value.EnumerateArray())
        .Where(item => item.ValueKind == JsonValueKind.String)
        .Select(item => item.GetString()!)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The names of the members, in the order of the schema.</summary>
    public IReadOnlyList<string> Members() =>
    [
        .. Objects("properties")
            .SelectMany(members => members.EnumerateObject())
            .Select(member => member.Name)
            .Distinct(),
    ];

    public SchemaView Member(string name) => Below(Objects("properties")
        .Where(members => members.TryGetProperty(name, out _))
        .Select(members => members.GetProperty(name)));

    /// <summary>The one schema of all items; none when there are several, or none.</summary>
    public SchemaView? Items() => Single("items");

    /// <summary>What members without a name in the schema look like, when the schema invites any.</summary>
    public SchemaView? Others() =>
        Single("additionalProperties") ?? (Is("additionalProperties") ? Below([]) : null);

    /// <summary>The forms that a keyword offers, each with all that is said outside it.</summary>
    public IReadOnlyList<SchemaView> Combined(string keyword) =>
    [
        .. Values(keyword).Where(value => value.ValueKind == JsonValueKind.Array).Take(1)
            .SelectMany(value => value.EnumerateArray())
            .Where(schema => schema.ValueKind == JsonValueKind.Object)
            .Select(schema => new SchemaView(
                root, [schema, .. parts.Select(part => Without(part, keyword))], followed)),
    ];

    /// <summary>This, and what further schemas say.</summary>
    public SchemaView With(IEnumerable<JsonElement> schemas) => new(root, [.. parts, .. schemas], followed);

    private static JsonElement Without(JsonElement schema, string keyword)
    {
        var members = schema.EnumerateObject()
            .Where(member => member.Name != keyword)
            .ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(members, FormJson.Default.DictionaryStringJsonElement);
    }

    private IEnumerable<JsonElement> Objects(string keyword) =>
        Values(keyword).Where(value => value.ValueKind == JsonValueKind.Object);

    private SchemaView? Single(string keyword)
    {
        var schemas = Objects(keyword).ToList();
        return schemas.Count == 0 ? null : Below(schemas);
    }

    private SchemaView Below(IEnumerable<JsonElement> schemas) => new(root, schemas, followed);

    private void Add(JsonElement schema, IReadOnlySet<string> before)
    {
        if (schema.ValueKind != JsonValueKind.Object || parts.Count >= MostParts)
        {
            return;
        }

        parts.Add(schema);
        Follow(schema, before);
        if (schema.TryGetProperty("allOf", out var all) && all.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in all.EnumerateArray())
            {
                Add(one, before);
            }
        }
    }

    private void Follow(JsonElement schema, IReadOnlySet<string> before)
    {
        if (!schema.TryGetProperty("$ref", out var value) || value.ValueKind != JsonValueKind.String)
        {
            return;
        }

        var reference = value.GetString()!;
        IsRecursive |= before.Contains(reference);
        if (own.Add(reference) && JsonPointer.TryFollow(root, reference, out var target))
        {
            Add(target, before);
        }
    }
}
