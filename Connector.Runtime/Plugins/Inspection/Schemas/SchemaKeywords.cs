using System.Text.Json;

namespace Connector.Runtime.Plugins;

/// <summary>The keywords of JSON Schema: their form, and which ones the host's validator passes over.</summary>
internal static class SchemaKeywords
{
    public static bool IsIgnored(string keyword) => keyword is
        "const" or "contains" or "minContains" or "maxContains" or "if" or "then" or "else" or "dependentRequired"
        or "dependentSchemas" or "dependencies" or "propertyNames" or "prefixItems" or "unevaluatedItems"
        or "unevaluatedProperties" or "$dynamicRef" or "$recursiveRef";

    /// <summary>Says what is wrong with the value of a keyword.</summary>
    /// <param name="keyword">A member of a schema.</param>
    /// <returns>The fault, completing "/pointer …"; nothing for a good value or an unknown keyword.</returns>
    public static string? FindFault(JsonProperty keyword) => keyword.Name switch
    {
        "type" => IsType(keyword.Value) ? null : "must name a type, or several",
        "required" => IsTextArray(keyword.Value) ? null : "must be an array of property names",
        "enum" or "examples" => Expect(keyword, JsonValueKind.Array, "an array"),
        "anyOf" or "oneOf" or "allOf" => IsFilled(keyword.Value) ? null : "must be an array of at least one schema",
        "properties" or "patternProperties" or "definitions" or "$defs" =>
            Expect(keyword, JsonValueKind.Object, "an object of schemas"),
        "pattern" or "format" or "title" or "description" or "$ref" or "$schema" or "$id" =>
            Expect(keyword, JsonValueKind.String, "a text"),
        "minLength" or "maxLength" or "minItems" or "maxItems" or "minProperties" or "maxProperties" =>
            keyword.Value.ValueKind == JsonValueKind.Number && keyword.Value.TryGetUInt32(out _)
                ? null
                : "must be a whole number, zero or more",
        "minimum" or "maximum" or "multipleOf" => Expect(keyword, JsonValueKind.Number, "a number"),
        _ => null,
    };

    public static SubschemaShape ShapeOf(JsonProperty keyword) => keyword.Name switch
    {
        "additionalProperties" or "additionalItems" or "not" or "contains" or "if" or "then" or "else"
            or "propertyNames" or "unevaluatedItems" or "unevaluatedProperties" => SubschemaShape.One,
        "items" when keyword.Value.ValueKind != JsonValueKind.Array => SubschemaShape.One,
        "items" => SubschemaShape.List,
        "anyOf" or "oneOf" or "allOf" => SubschemaShape.List,
        "prefixItems" when keyword.Value.ValueKind == JsonValueKind.Array => SubschemaShape.List,
        "properties" or "patternProperties" or "definitions" or "$defs" => SubschemaShape.Map,
        "dependentSchemas" when keyword.Value.ValueKind == JsonValueKind.Object => SubschemaShape.Map,
        _ => SubschemaShape.None,
    };

    private static string? Expect(JsonProperty keyword, JsonValueKind kind, string what) =>
        keyword.Value.ValueKind == kind ? null : $"must be {what}";

    private static bool IsFilled(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0;

    private static bool IsType(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? IsFilled(value) && value.EnumerateArray().All(IsTypeName)
            : IsTypeName(value);

    private static bool IsTypeName(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is
            "object" or "array" or "string" or "number" or "integer" or "boolean" or "null";

    private static bool IsTextArray(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
}
