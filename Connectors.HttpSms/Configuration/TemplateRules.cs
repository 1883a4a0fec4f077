using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Templates;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms.Configuration;

/// <summary>Texts are needed where the request carries one, and only there.</summary>
internal static class TemplateRules
{
    private const string Pointer = "/templates";

    public static IEnumerable<ConfigIssue> Check(JsonElement config)
    {
        var entries = config.Items("templates").ToList();
        if (!RequestParts.Uses(config, Placeholders.Text))
        {
            return entries.Count == 0
                ? []
                : [Warn(Pointer, "The texts have no effect, for {{text}} is not in the request.")];
        }

        return [.. CheckGeneric(entries), .. CheckDuplicates(entries), .. entries.SelectMany(CheckContent)];
    }

    private static IEnumerable<ConfigIssue> CheckGeneric(List<(int Index, JsonElement Item)> entries)
    {
        if (!entries.Exists(entry => entry.Item.ReadText("usageType") == UsageType.Generic.Value
            && entry.Item.ReadText("locale") is null))
        {
            yield return new ConfigIssue(
                Pointer,
                "There is no Generic text without locale, which serves whatever has no text of its own. Add one.");
        }
    }

    private static IEnumerable<ConfigIssue> CheckDuplicates(List<(int Index, JsonElement Item)> entries)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var (index, item) in entries)
        {
            var locale = item.ReadText("locale")?.Replace('_', '-').ToUpperInvariant() ?? "";
            if (item.ReadText("usageType") is { } usageType && !seen.Add((usageType, locale)))
            {
                yield return Warn(
                    $"{Pointer}/{index}", "Never used: an earlier text is for the same usage type and language.");
            }
        }
    }

    private static IEnumerable<ConfigIssue> CheckContent((int Index, JsonElement Item) entry)
    {
        if (entry.Item.ReadText("content") is not { } content)
        {
            yield break;
        }

        var placeholders = new SmsTemplate(UsageType.Generic, content).Placeholders.ToList();
        if (!placeholders.Exists(path => path is "code" or "link"))
        {
            yield return new ConfigIssue(
                $"{Pointer}/{entry.Index}/content",
                "The text has neither {{code}} nor {{link}}, so nobody would learn the verification code.");
        }
    }

    private static ConfigIssue Warn(string pointer, string message) =>
        new(pointer, message, ConfigIssueSeverity.Warning);
}
