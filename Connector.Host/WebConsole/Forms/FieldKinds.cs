using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Host.WebConsole;

/// <summary>Decides how to edit what a schema describes.</summary>
internal static class FieldKinds
{
    private const int LongTextFrom = 200;
    private const int LongExampleFrom = 80;
    private const int MostChecks = 30;

    private static readonly string[] Alternatives = ["oneOf", "anyOf"];

    public static FieldKind Of(SchemaView schema)
    {
        if (Choices(schema).Count > 0)
        {
            return FieldKind.Choice;
        }

        if (Forms(schema).Count > 1)
        {
            return schema.IsRecursive ? FieldKind.Json : FieldKind.Variants;
        }

        return TypeOf(schema) switch
        {
            "string" => IsLong(schema) ? FieldKind.LongText : FieldKind.Text,
            "integer" => FieldKind.Integer,
            "number" => FieldKind.Number,
            "boolean" => FieldKind.Switch,
            "array" => OfArray(schema),
            "object" => OfObject(schema),
            _ => FieldKind.Json,
        };
    }

    /// <summary>The way to edit what is there; JSON when it isn't what the schema expects.</summary>
    public static FieldKind Fitting(FormField field, JsonNode? value) => field.Kind switch
    {
        _ when value is null || (field.IsSecret && JsonValues.IsMask(value)) => field.Kind,
        FieldKind.Text or FieldKind.LongText when value.GetValueKind() != JsonValueKind.String => FieldKind.Json,
        FieldKind.Integer or FieldKind.Number when value is not JsonValue || JsonValues.FlagOf(value) is not null =>
            FieldKind.Json,
        FieldKind.Switch when JsonValues.FlagOf(value) is null => FieldKind.Json,
        FieldKind.Choices or FieldKind.List or FieldKind.Templates when value is not JsonArray => FieldKind.Json,
        FieldKind.Group or FieldKind.Map when value is not JsonObject => FieldKind.Json,
        var kind => kind,
    };

    /// <summary>The values of an <c>enum</c>, a <c>const</c>, or of forms that are one constant each.</summary>
    public static IReadOnlyList<FieldChoice> Choices(SchemaView schema)
    {
        if (schema.First("enum", JsonValueKind.Array) is { ValueKind: JsonValueKind.Array } values)
        {
            return
            [
                .. values.EnumerateArray().Select(value => new FieldChoice(value, FieldTexts.Choice(schema, value))),
            ];
        }

        if (schema.First("const") is { ValueKind: not JsonValueKind.Undefined } single)
        {
            return [new FieldChoice(single, FieldTexts.Choice(schema, single))];
        }

        var constants = Forms(schema).Select(form => (Form: form, Value: OwnConstant(form))).ToList();
        return constants.Count > 0 && constants.TrueForAll(one => one.Value.ValueKind != JsonValueKind.Undefined)
            ? [.. constants.Select(one => new FieldChoice(one.Value, TitleOf(one.Form, one.Value)))]
            : [];
    }

    public static IReadOnlyList<FormField> Variants(SchemaView schema, FormField field) =>
        field.Kind == FieldKind.Variants
            ? [.. Forms(schema).Select(form => new FormField("", form, field.IsRequired))]
            : [];

    /// <summary>The single type of a place, stated or shown by what else is said.</summary>
    public static string? TypeOf(SchemaView schema)
    {
        var types = schema.Values("type").Select(Types).FirstOrDefault() ?? [];
        return types.Count switch
        {
            1 => types[0],
            2 when types.Contains("integer") && types.Contains("number") => "number",
            0 when schema.Values("type").Any() => null,
            0 => Implied(schema),
            _ => null,
        };
    }

    private static List<string> Types(JsonElement type)
    {
        IEnumerable<JsonElement> names = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray() : [type];
        return
        [
            .. names.Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)
                .Where(name => name != "null"),
        ];
    }

    private static string? Implied(SchemaView schema)
    {
        if (schema.Members().Count > 0)
        {
            return "object";
        }

        if (schema.Items() is not null)
        {
            return "array";
        }

        return (schema.Text("pattern") ?? schema.Text("format")) is null ? null : "string";
    }

    // Forms that only require something restrict what is said elsewhere; null is the same as nothing.
    private static List<SchemaView> Forms(SchemaView schema)
    {
        foreach (var keyword in Alternatives)
        {
            var forms = schema.Combined(keyword).Where(form => Says(form.Parts[0]) && !IsNull(form.Parts[0])).ToList();
            if (forms.Count > 0)
            {
                return forms;
            }
        }

        return [];
    }

    private static bool Says(JsonElement form) => form.EnumerateObject().Any(
        keyword => keyword.Name is "type" or "properties" or "$ref" or "enum" or "const" or "items" or "allOf");

    private static bool IsNull(JsonElement form) => form.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String && type.ValueEquals("null");

    private static JsonElement OwnConstant(SchemaView form)
    {
        var own = form.Parts[0];
        if (own.TryGetProperty("const", out var constant))
        {
            return constant;
        }

        return own.TryGetProperty("enum", out var values) && values.ValueKind == JsonValueKind.Array
            && values.GetArrayLength() == 1
            ? values[0]
            : default;
    }

    private static string TitleOf(SchemaView form, JsonElement value) =>
        form.Parts[0].TryGetProperty("title", out _)
            ? FieldTexts.Of(form, "title") ?? FieldTexts.Show(value)
            : FieldTexts.Show(value);

    private static bool IsLong(SchemaView schema) =>
        schema.Is("x-multiline")
        || schema.Text("format") is "textarea" or "multiline"
        || schema.Text("contentMediaType") is not null
        || (schema.First("maxLength", JsonValueKind.Number) is { ValueKind: JsonValueKind.Number } most
            && most.TryGetInt64(out var length) && length >= LongTextFrom)
        || (schema.First("examples", JsonValueKind.Array) is { ValueKind: JsonValueKind.Array } examples
            && examples.EnumerateArray().Any(IsLongExample));

    private static bool IsLongExample(JsonElement example) =>
        example.ValueKind == JsonValueKind.String
        && example.GetString() is { } text
        && (text.Length >= LongExampleFrom || text.Contains('\n', StringComparison.Ordinal));

    private static FieldKind OfArray(SchemaView schema)
    {
        if (schema.Items() is not { } items)
        {
            return FieldKind.Json;
        }

        if (TemplateShape.Fits(items))
        {
            return FieldKind.Templates;
        }

        var choices = Choices(items).Count;
        return choices is > 0 and <= MostChecks ? FieldKind.Choices : FieldKind.List;
    }

    private static FieldKind OfObject(SchemaView schema)
    {
        if (schema.Members().Count > 0 || FieldConditions.Exist(schema))
        {
            return FieldKind.Group;
        }

        return schema.Others() is null ? FieldKind.Json : FieldKind.Map;
    }
}
