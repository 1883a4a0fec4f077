using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Schemas;

/// <summary>
/// Gives settings, which are strings whatever file or variable they come from, the types that a schema asks for.
/// A value that doesn't convert stays a string, so that validation reports it where it stands.
/// </summary>
internal static class SettingsJson
{
    public static JsonNode? Read(IConfigurationSection section, SchemaNode schema)
    {
        var children = section.GetChildren().ToList();

        // A place has both when two sources disagree; the text is what somebody wrote to override the other.
        if (children.Count == 0 || !string.IsNullOrWhiteSpace(section.Value))
        {
            return ReadValue(section.Value, schema);
        }

        return IsArray(children, schema.Types()) ? ReadArray(children, schema) : ReadObject(children, schema);
    }

    private static JsonObject ReadObject(List<IConfigurationSection> children, SchemaNode schema)
    {
        var result = new JsonObject();
        foreach (var child in children)
        {
            var (name, member) = schema.Member(child.Key);
            if (Read(child, member) is { } value)
            {
                result[name] = value;
            }
        }

        return result;
    }

    private static JsonArray ReadArray(List<IConfigurationSection> children, SchemaNode schema)
    {
        var item = schema.Item();
        var ordered = children.OrderBy(child => int.Parse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture));
        return new JsonArray([.. ordered.Select(child => Read(child, item))]);
    }

    // Without a word from the schema, keys that count from zero are an array: that is how arrays arrive.
    private static bool IsArray(List<IConfigurationSection> children, IReadOnlySet<string> types)
    {
        return children.TrueForAll(IsIndex) && (types.Contains("array") || !types.Contains("object"));
    }

    private static bool IsIndex(IConfigurationSection child) =>
        int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static JsonNode? ReadValue(string? value, SchemaNode schema)
    {
        if (value is null)
        {
            return null;
        }

        var types = schema.Types();
        if (types.Contains("array") || types.Contains("object"))
        {
            return ReadStructure(value, types);
        }

        return types.Contains("string")
            ? JsonValue.Create(value)
            : ReadScalar(value.Trim(), types) ?? JsonValue.Create(value);
    }

    private static JsonValue? ReadScalar(string value, IReadOnlySet<string> types)
    {
        if (types.Contains("boolean") && bool.TryParse(value, out var flag))
        {
            return JsonValue.Create(flag);
        }

        if (types.Contains("integer")
            && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return JsonValue.Create(whole);
        }

        return types.Contains("number")
            && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : null;
    }

    // One variable may hold a whole array as JSON text; an empty array in a settings file arrives as "".
    private static JsonNode? ReadStructure(string value, IReadOnlySet<string> types)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return types.Contains("array") ? new JsonArray() : new JsonObject();
        }

        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return JsonValue.Create(value);
        }
    }
}
