using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Abstractions;
using Connectors.HttpSms.Answers;

namespace Connectors.HttpSms.Configuration;

internal static class AnswerRules
{
    private const string Section = "/answer";
    private static readonly string[] Proofs = ["idPath", "idHeader", "successPath", "successPattern"];

    public static IEnumerable<ConfigIssue> Check(JsonElement config)
    {
        var answer = config.Section("answer");
        return
        [
            .. CheckProof(answer),
            .. CheckPattern(answer, "successPattern", group: null),
            .. CheckPattern(answer, "errorPattern", group: "code"),
            .. CheckErrors(config, answer),
        ];
    }

    private static IEnumerable<ConfigIssue> CheckProof(JsonElement answer)
    {
        var hasPath = answer.Mentions("successPath");
        var hasValues = answer.Has("successValues", JsonValueKind.Array)
            && answer.GetProperty("successValues").GetArrayLength() > 0;
        if (hasPath != hasValues)
        {
            yield return new ConfigIssue(
                $"{Section}/{(hasPath ? "successValues" : "successPath")}",
                "successPath and successValues belong together: where the state stands, and which ones are success.");
        }

        if (!Array.Exists(Proofs, name => answer.Mentions(name)))
        {
            yield return new ConfigIssue(
                Section,
                "Every answer with HTTP 2xx counts as success, whatever it says, and messages have no provider's id. "
                + "Give idPath, or another way to tell.",
                ConfigIssueSeverity.Warning);
        }
    }

    private static IEnumerable<ConfigIssue> CheckPattern(JsonElement answer, string name, string? group)
    {
        if (answer.ReadText(name) is { } pattern && FindFault(pattern, group) is { } fault)
        {
            yield return new ConfigIssue($"{Section}/{name}", $"{name} {fault}");
        }
    }

    private static string? FindFault(string pattern, string? group)
    {
        try
        {
            Regex regex = AnswerBody.Pattern(pattern);
            return group is null || regex.GetGroupNames().Contains(group, StringComparer.Ordinal)
                ? null
                : $"must have a group named {group}, such as (?<{group}>\\d+).";
        }
        catch (ArgumentException)
        {
            return "is not a regular expression that can be used; lookarounds and back references can't.";
        }
    }

    private static IEnumerable<ConfigIssue> CheckErrors(JsonElement config, JsonElement answer)
    {
        var readsCodes = answer.Mentions("errorPath") || answer.Mentions("errorPattern");
        foreach (var (index, error) in config.Items("errors"))
        {
            var hasCode = error.Mentions("code");
            if (!hasCode && !error.Has("status", JsonValueKind.Number))
            {
                yield return new ConfigIssue($"/errors/{index}", "Give the provider's code, the HTTP status, or both.");
            }

            if (hasCode && !readsCodes)
            {
                yield return new ConfigIssue(
                    $"/errors/{index}/code",
                    "No code is ever found: say where in answer/errorPath or answer/errorPattern.");
            }
        }
    }
}
