using System.Text.Json;

namespace Connector.Runtime.Schemas;

/// <summary>
/// What a JSON Schema says of one place in a document, as far as reading settings and hiding secrets needs it.
/// Validation is NJsonSchema's; this view starts in microseconds and keeps <c>writeOnly</c>, which NJsonSchema drops.
/// </summary>
internal readonly record struct SchemaNode(JsonElement Root, JsonElement Element)
{
    private const int MaxReferences = 32;
    private static readonly string[] Branches = ["allOf", "anyOf", "oneOf"];

    public bool IsWriteOnly =>
        Alternatives().Any(
            node => node.TryGetProperty("writeOnly", out var value) && value.ValueKind == JsonValueKind.True);

    /// <summary>The types that the schema allows here; empty when it doesn't say.</summary>
    public IReadOnlySet<string> Types()
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in Alternatives())
        {
            AddTypes(node, types);
        }

        return types;
    }

    /// <summary>
    /// The schema of a member, and its name as the schema spells it. Settings don't keep a name's case.
    /// </summary>
    public (string Name, SchemaNode Schema) Member(string name)
    {
        foreach (var node in Alternatives())
        {
            if (FindProperty(node, name) is { } property)
            {
                return (property.Name, this with { Element = property.Value });
            }
        }

        return (name, AdditionalMember());
    }

    public SchemaNode Item()
    {
        foreach (var node in Alternatives())
        {
            if (node.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object)
            {
                return this with { Element = items };
            }
        }

        return this with { Element = default };
    }

    private static JsonProperty? FindProperty(JsonElement node, string name)
    {
        if (!node.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        JsonProperty? similar = null;
        foreach (var property in properties.EnumerateObject())
        {
            if (property.NameEquals(name))
            {
                return property;
            }

            similar ??= property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? property : null;
        }

        return similar;
    }

    private static void AddTypes(JsonElement node, HashSet<string> types)
    {
        if (!node.TryGetProperty("type", out var type))
        {
            return;
        }

        if (type.ValueKind == JsonValueKind.String)
        {
            types.Add(type.GetString()!);
        }
        else if (type.ValueKind == JsonValueKind.Array)
        {
            types.UnionWith(type.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.String)
                .Select(item => item.GetString()!));
        }
    }

    private SchemaNode AdditionalMember()
    {
        foreach (var node in Alternatives())
        {
            if (node.TryGetProperty("additionalProperties", out var other) && other.ValueKind == JsonValueKind.Object)
            {
                return this with { Element = other };
            }
        }

        return this with { Element = default };
    }

    /// <summary>This schema and every schema combined with it, references followed.</summary>
    private IEnumerable<JsonElement> Alternatives()
    {
        var open = new Stack<JsonElement>([Element]);
        for (var seen = 0; open.Count > 0 && seen < MaxReferences; seen++)
        {
            var node = Resolve(open.Pop());
            if (node.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            yield return node;
            foreach (var branch in Branches)
            {
                PushBranch(node, branch, open);
            }
        }
    }

    private static void PushBranch(JsonElement node, string branch, Stack<JsonElement> open)
    {
        if (node.TryGetProperty(branch, out var schemas) && schemas.ValueKind == JsonValueKind.Array)
        {
            foreach (var schema in schemas.EnumerateArray())
            {
                open.Push(schema);
            }
        }
    }

    private JsonElement Resolve(JsonElement node)
    {
        for (var hops = 0; hops < MaxReferences; hops++)
        {
            if (node.ValueKind != JsonValueKind.Object
                || !node.TryGetProperty("$ref", out var reference)
                || reference.ValueKind != JsonValueKind.String)
            {
                return node;
            }

            node = Follow(reference.GetString()!);
        }

        return default;
    }

    private JsonElement Follow(string reference)
    {
        if (!reference.StartsWith('#'))
        {
            return default;
        }

        var here = Root;
        foreach (var step in reference.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(name, out here))
            {
                return default;
            }
        }

        return here;
    }
}
