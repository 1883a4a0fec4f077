using System.Text.Json;
using Connector.Abstractions;

namespace AcmeNamespace;

/// <summary>
/// Finds what the schema can't express. Works on the JSON, for a faulty configuration may not bind to the options.
/// </summary>
internal static class AcmeSmsOptionsValidator
{
    public static IEnumerable<ConfigIssue> Validate(JsonElement config)
    {
        // Missing or not a list: the schema has said so.
        if (config.ValueKind != JsonValueKind.Object
            || !config.TryGetProperty("templates", out var templates)
            || templates.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        var hasGeneric = false;
        foreach (var (index, template) in templates.EnumerateArray().Index())
        {
            hasGeneric |= Text(template, "usageType") == UsageType.Generic.Value && Text(template, "locale") is null;
            if (Text(template, "content") is { } content && !content.Contains("{{code}}", StringComparison.Ordinal))
            {
                yield return new ConfigIssue(
                    $"/templates/{index}/content", "The text has no {{code}}, so nobody would get a code.");
            }
        }

        if (!hasGeneric)
        {
            yield return new ConfigIssue("/templates", "There is no template for Generic without a locale. Add one.");
        }
    }

    private static string? Text(JsonElement template, string name) =>
        template.ValueKind == JsonValueKind.Object
        && template.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
