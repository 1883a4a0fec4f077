using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Templates;

namespace Connectors.Sandbox.Configuration;

internal static class TemplateRules
{
    public static IEnumerable<ConfigIssue> Check(JsonElement config)
    {
        var seen = new HashSet<(string UsageType, string Locale)>();
        var hasTemplates = false;
        foreach (var (index, template) in ConfigItems.Of(config, "templates"))
        {
            hasTemplates = true;
            var usageType = ConfigItems.Text(template, "usageType");
            var locale = ConfigItems.Text(template, "locale")?.Replace('_', '-').ToUpperInvariant() ?? "";
            if (usageType is not null && !seen.Add((usageType, locale)))
            {
                yield return Warn(
                    $"/templates/{index}",
                    "It is never used: an earlier template has its usage type and locale.");
            }

            if (ConfigItems.Text(template, "content") is { } content && CarriesNothing(content))
            {
                yield return Warn($"/templates/{index}/content", "The text has neither {{code}} nor {{link}}.");
            }
        }

        if (hasTemplates && !seen.Contains((UsageType.Generic.Value, "")))
        {
            yield return Warn(
                "/templates",
                "There is no Generic template without a locale: usage types and languages not listed are refused.");
        }
    }

    private static bool CarriesNothing(string content) =>
        !new SmsTemplate(UsageType.Generic, content).Placeholders.Any(path => path is "code" or "link");

    private static ConfigIssue Warn(string pointer, string message) =>
        new(pointer, message, ConfigIssueSeverity.Warning);
}
