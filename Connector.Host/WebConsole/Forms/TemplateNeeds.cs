using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Abstractions;

namespace Connector.Host.WebConsole;

/// <summary>
/// The usage types that a connector wants a text for: those of the first example in its schema. A schema can't demand
/// them, its example shows what it takes to be complete.
/// </summary>
internal static class TemplateNeeds
{
    /// <summary>The templates that are missing, as the example has them.</summary>
    public static IReadOnlyList<JsonObject> Missing(FormField field, JsonNode? value)
    {
        var rows = Rows(value);
        if (rows.Count == 0 && !field.IsRequired)
        {
            return [];
        }

        var there = rows.Where(row => IsForAll(row)).Select(UsageTypeOf).ToHashSet(StringComparer.Ordinal);
        return [.. Examples(field).Where(example => !there.Contains(UsageTypeOf(example)))];
    }

    public static IReadOnlyList<JsonObject> Rows(JsonNode? value) =>
        value is JsonArray rows ? [.. rows.OfType<JsonObject>()] : [];

    public static string UsageTypeOf(JsonObject row) => JsonValues.TextOf(row[TemplateShape.UsageType]) ?? "";

    public static bool IsForAll(JsonObject row) => LocaleOf(row).Length == 0;

    /// <summary>Whether two templates are for the same usage type and language: only the first is ever sent.</summary>
    public static bool IsSameCase(JsonObject one, JsonObject other) =>
        UsageTypeOf(one).Length > 0
        && UsageTypeOf(one) == UsageTypeOf(other)
        && LocaleOf(one).Equals(LocaleOf(other), StringComparison.OrdinalIgnoreCase);

    public static string LocaleOf(JsonObject row) =>
        (JsonValues.TextOf(row[TemplateShape.Locale]) ?? "").Trim().Replace('_', '-');

    /// <summary>The text that the example has for a usage type, to begin with.</summary>
    public static string ContentFor(FormField field, string usageType) => Examples(field)
        .Where(example => UsageTypeOf(example) == usageType)
        .Select(example => JsonValues.TextOf(example[TemplateShape.Content]))
        .FirstOrDefault() ?? "";

    private static List<JsonObject> Examples(FormField field)
    {
        var complete = field.Examples.FirstOrDefault(example => example.ValueKind == JsonValueKind.Array);
        var rows = complete.ValueKind == JsonValueKind.Array
            ? Rows(JsonValues.NodeOf(complete)).Where(IsForAll).ToList()
            : [];
        return rows.Count > 0 ? rows : [new JsonObject { [TemplateShape.UsageType] = UsageType.Generic.Value }];
    }
}
