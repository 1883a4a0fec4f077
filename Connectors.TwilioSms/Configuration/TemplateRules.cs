using System.Text.Json;
using Connector.Abstractions;

namespace Connectors.TwilioSms.Configuration;

/// <summary>Checks the templates as a set.</summary>
internal static class TemplateRules
{
    private static readonly UsageType[] Required =
        [UsageType.Register, UsageType.SignIn, UsageType.ForgotPassword, UsageType.Generic];

    public static IEnumerable<ConfigIssue> Check(JsonElement config)
    {
        // Missing altogether or not a list: the schema has said so.
        if (!config.Has("templates", JsonValueKind.Array))
        {
            return [];
        }

        List<TemplateEntry> entries = [.. config.GetProperty("templates").EnumerateArray().Select(TemplateEntry.Read)];
        return
        [
            .. Required.SelectMany(usageType => CheckRequired(entries, usageType.Value)),
            .. CheckDuplicates(entries),
            .. entries.SelectMany(entry => ContentRules.Check(entry, IsRequired(entry))),
        ];
    }

    private static bool IsRequired(TemplateEntry entry) =>
        Array.Exists(Required, type => type.Value == entry.UsageType);

    private static IEnumerable<ConfigIssue> CheckRequired(List<TemplateEntry> entries, string usageType)
    {
        var ofType = entries.FindAll(entry => entry.UsageType == usageType);
        if (ofType.Count == 0)
        {
            yield return new ConfigIssue("/templates", $"There is no template for {usageType}. Add one.");
        }
        else if (ofType.TrueForAll(entry => entry.Locale is not null))
        {
            yield return ofType[0].Error(
                "/locale",
                $"{usageType} has no template for other languages. Add one without locale.");
        }
    }

    private static IEnumerable<ConfigIssue> CheckDuplicates(List<TemplateEntry> entries)
    {
        var first = new Dictionary<(string, string?), int>();
        foreach (var entry in entries.Where(entry => entry.UsageType.Length > 0))
        {
            if (!first.TryAdd((entry.UsageType, entry.Locale?.ToUpperInvariant()), entry.Index))
            {
                var earlier = first[(entry.UsageType, entry.Locale?.ToUpperInvariant())];
                yield return entry.Warning(
                    "",
                    $"Never used: templates[{earlier}] is for the same usage type and language, and comes first.");
            }
        }
    }
}
