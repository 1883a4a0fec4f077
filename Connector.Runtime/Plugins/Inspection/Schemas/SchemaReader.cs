using System.Text.Json;
using Connector.Runtime.Schemas;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Walks a JSON Schema: finds malformed keywords, dangling references and keywords that have no effect.
/// </summary>
internal sealed class SchemaReader
{
    private const int MaxDepth = 64;

    private readonly JsonElement root;
    private readonly List<string> faults = [];
    private readonly List<(string Pointer, string Keyword)> ignored = [];

    private SchemaReader(JsonElement root) => this.root = root;

    public static SchemaReading Read(JsonElement root)
    {
        var reader = new SchemaReader(root);
        if (root.ValueKind == JsonValueKind.Object)
        {
            reader.ReadRoot();
        }
        else
        {
            reader.faults.Add("it must be a JSON object");
        }

        return new SchemaReading(reader.faults, reader.ignored);
    }

    private void ReadRoot()
    {
        if (!root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
            || type.GetString() != "object")
        {
            faults.Add("/type must be \"object\": a configuration is one");
        }

        ReadSchema(root, "", depth: 0);
    }

    private void ReadSchema(JsonElement schema, string pointer, int depth)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return;
        }

        if (schema.ValueKind != JsonValueKind.Object || depth > MaxDepth)
        {
            faults.Add($"{pointer} must be a schema: an object, true or false");
            return;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            ReadKeyword(keyword, JsonPointer.Append(pointer, keyword.Name), depth);
        }
    }

    private void ReadKeyword(JsonProperty keyword, string pointer, int depth)
    {
        if (SchemaKeywords.IsIgnored(keyword.Name))
        {
            ignored.Add((pointer, keyword.Name));
        }
        else if (SchemaKeywords.FindFault(keyword) is { } fault)
        {
            faults.Add($"{pointer} {fault}");
            return;
        }

        if (keyword.Name == "$ref" && !JsonPointer.TryFollow(root, keyword.Value.GetString()!, out _))
        {
            faults.Add($"{pointer} refers to '{keyword.Value.GetString()}', which isn't in the schema");
        }

        ReadSubschemas(keyword, pointer, depth);
    }

    private void ReadSubschemas(JsonProperty keyword, string pointer, int depth)
    {
        switch (SchemaKeywords.ShapeOf(keyword))
        {
            case SubschemaShape.One:
                ReadSchema(keyword.Value, pointer, depth + 1);
                break;
            case SubschemaShape.List:
                var index = 0;
                foreach (var item in keyword.Value.EnumerateArray())
                {
                    ReadSchema(item, $"{pointer}/{index++}", depth + 1);
                }

                break;
            case SubschemaShape.Map:
                foreach (var member in keyword.Value.EnumerateObject())
                {
                    ReadSchema(member.Value, JsonPointer.Append(pointer, member.Name), depth + 1);
                }

                break;
        }
    }
}
