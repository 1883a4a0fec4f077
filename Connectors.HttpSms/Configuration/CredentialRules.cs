using System.Text.Json;
using Connector.Abstractions;

namespace Connectors.HttpSms.Configuration;

internal static class CredentialRules
{
    private static readonly string[] Credentials = ["username", "password", "token"];

    public static IEnumerable<ConfigIssue> Check(JsonElement config)
    {
        var needed = Needed(config.ReadText("authentication")?.ToUpperInvariant());
        foreach (var name in needed.Where(name => !config.Mentions(name)))
        {
            yield return new ConfigIssue($"/{name}", $"This kind of authentication needs {name}.");
        }

        foreach (var name in Credentials)
        {
            if (CheckUse(config, name, needed.Contains(name)) is { } issue)
            {
                yield return issue;
            }

            // A secret mounted as a file often ends so.
            if (config.ReadText(name) is [.., '\n' or '\r'])
            {
                yield return new ConfigIssue($"/{name}", $"{name} ends with a line break. Remove it.");
            }
        }

        if (config.ReadText("username")?.Contains(':') == true && needed.Contains("username"))
        {
            yield return new ConfigIssue("/username", "With basic authentication a user name can't hold a colon.");
        }
    }

    private static string[] Needed(string? authentication) => authentication switch
    {
        "BASIC" => ["username", "password"],
        "BEARER" => ["token"],
        "HEADER" => ["token", "tokenHeader"],
        _ => [],
    };

    private static ConfigIssue? CheckUse(JsonElement config, string name, bool isNeeded)
    {
        var isUsed = RequestParts.Uses(config, name);
        return (config.Mentions(name), isUsed, isNeeded) switch
        {
            (false, true, false) => new ConfigIssue($"/{name}", $"{{{{{name}}}}} is used but not given."),
            (true, false, false) => new ConfigIssue(
                $"/{name}",
                $"{name} has no effect: choose an authentication that uses it, or put {{{{{name}}}}} into the request.",
                ConfigIssueSeverity.Warning),
            _ => null,
        };
    }
}
