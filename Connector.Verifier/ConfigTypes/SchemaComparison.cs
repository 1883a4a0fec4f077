using System.Reflection.Metadata;
using System.Text.Json;
using Connector.Runtime.Plugins;

namespace Connector.Verifier;

/// <summary>
/// Compares a config schema with the type that the configuration is bound to. Says only what is wrong for certain.
/// </summary>
internal sealed class SchemaComparison
{
    private readonly MetadataReader metadata;
    private readonly List<string> mismatches = [];

    private SchemaComparison(MetadataReader metadata) => this.metadata = metadata;

    /// <param name="metadata">The connector's DLL.</param>
    /// <param name="schemaJson">Its schema, which the inspection has found to be one.</param>
    public static IReadOnlyList<string> Compare(MetadataReader metadata, string schemaJson) =>
        ConfigCalls.FindType(metadata) is { } type ? Compare(metadata, schemaJson, type) : [];

    /// <param name="metadata">The connector's DLL.</param>
    /// <param name="schemaJson">Its schema.</param>
    /// <param name="type">What the configuration is bound to.</param>
    public static IReadOnlyList<string> Compare(MetadataReader metadata, string schemaJson, TypeDefinitionHandle type)
    {
        var comparison = new SchemaComparison(metadata);
        comparison.CompareObject(JsonElement.Parse(schemaJson), "", type);
        return comparison.mismatches;
    }

    private void CompareObject(JsonElement schema, string pointer, TypeDefinitionHandle type)
    {
        if (ConfigTypeReader.Read(metadata, type) is not { } properties)
        {
            return;
        }

        var name = TypeNames.Of(metadata, type);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in PropertiesOf(schema))
        {
            var key = ConfigTypeReader.Normalize(member.Name);
            names.Add(key);
            var place = $"{pointer}/properties/{member.Name}";
            if (properties.GetValueOrDefault(key) is not { } property)
            {
                mismatches.Add($"{place} is offered to operators, but {name} has no property for it.");
                continue;
            }

            CompareProperty(member.Value, place, $"{name}.{property.Name}", property.Shape);
            CompareNeed(schema, member, place, $"{name}.{property.Name}", property);
        }

        CompareRest(schema, pointer, name, properties.Where(entry => !names.Contains(entry.Key)));
    }

    private static JsonElement.ObjectEnumerator PropertiesOf(JsonElement schema) =>
        schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default;

    private void CompareRest(
        JsonElement schema, string pointer, string type, IEnumerable<KeyValuePair<string, ConfigProperty>> properties)
    {
        if (!schema.TryGetProperty("additionalProperties", out var more) || more.ValueKind != JsonValueKind.False)
        {
            return;
        }

        mismatches.AddRange(properties.Select(entry =>
            $"{type}.{entry.Value.Name} can never be set: {pointer}/properties doesn't have it."));
    }

    private void CompareNeed(
        JsonElement schema, JsonProperty member, string place, string property, ConfigProperty read)
    {
        var isRequired = schema.TryGetProperty("required", out var required)
            && required.ValueKind == JsonValueKind.Array
            && required.EnumerateArray().Any(item => item.ValueEquals(member.Name));
        if (read.IsRequired && !isRequired)
        {
            mismatches.Add($"{property} is required, but {place} may be left out. Then binding would fail.");
        }
    }

    private void CompareProperty(JsonElement schema, string pointer, string property, PropertyShape shape)
    {
        if (schema.ValueKind != JsonValueKind.Object
            || !schema.TryGetProperty("type", out var type)
            || type.ValueKind != JsonValueKind.String)
        {
            return;
        }

        if (!Fits(type.GetString(), shape.Json))
        {
            mismatches.Add($"{pointer} is of type {type.GetString()}, but {property} holds {Word(shape.Json)}.");
        }
        else if (shape.Type is { } inner)
        {
            CompareObject(schema, pointer, inner);
        }
        else if (shape.Items is { } items && schema.TryGetProperty("items", out var itemSchema))
        {
            CompareProperty(itemSchema, $"{pointer}/items", $"each of {property}", items);
        }
    }

    private static bool Fits(string? type, JsonShape shape) => shape switch
    {
        JsonShape.Any => true,
        JsonShape.Number => type is "number" or "integer",
        _ => type == Word(shape),
    };

    // The words of JSON Schema.
    private static string Word(JsonShape shape) => shape switch
    {
        JsonShape.String => "string",
        JsonShape.Integer => "integer",
        JsonShape.Number => "number",
        JsonShape.Boolean => "boolean",
        JsonShape.Array => "array",
        _ => "object",
    };
}
