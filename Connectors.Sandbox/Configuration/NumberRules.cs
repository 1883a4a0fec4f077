using System.Text.Json;
using Connector.Abstractions;

namespace Connectors.Sandbox.Configuration;

internal static class NumberRules
{
    public static IEnumerable<ConfigIssue> Check(JsonElement config)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, number) in ConfigItems.Of(config, "numbers"))
        {
            var pointer = $"/numbers/{index}";
            var issues = CheckPhone(number, pointer, seen).Concat(CheckReason(number, pointer));
            foreach (var issue in issues)
            {
                yield return issue;
            }
        }
    }

    private static IEnumerable<ConfigIssue> CheckPhone(JsonElement number, string pointer, HashSet<string> seen)
    {
        if (ConfigItems.Text(number, "phone") is not { } phone)
        {
            yield break;
        }

        if (!PhoneNumber.TryParse(phone, out _))
        {
            yield return new ConfigIssue(
                $"{pointer}/phone",
                "Write the number with + and country code, digits only, such as +19075550150.");
        }

        if (!seen.Add(phone))
        {
            yield return new ConfigIssue($"{pointer}/phone", "The number is listed already. Remove one of the two.");
        }
    }

    private static IEnumerable<ConfigIssue> CheckReason(JsonElement number, string pointer)
    {
        var behaviour = ConfigItems.Text(number, "behaviour");
        var hasReason = ConfigItems.Text(number, "reason") is not null;
        if (behaviour is "refuse" or "refuseOnce" && !hasReason)
        {
            var reasons = Enum.GetNames<RefusalReason>().Select(JsonNamingPolicy.CamelCase.ConvertName);
            yield return new ConfigIssue(
                pointer, $"A number that refuses needs a reason: {string.Join(", ", reasons)}.");
        }

        if (behaviour is "accept" or "slow" or "unknown" or "lost" or "disordered" && hasReason)
        {
            yield return new ConfigIssue(
                $"{pointer}/reason",
                "The reason has no effect, for the number neither refuses nor fails.",
                ConfigIssueSeverity.Warning);
        }
    }
}
