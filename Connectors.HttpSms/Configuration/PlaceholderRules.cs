using System.Text.Json;
using Connector.Abstractions;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms.Configuration;

/// <summary>Every placeholder of a request is one that there is.</summary>
internal static class PlaceholderRules
{
    public static IEnumerable<ConfigIssue> Check(JsonElement config)
    {
        foreach (var (pointer, template) in RequestParts.Of(config))
        {
            foreach (var name in template.Names.Where(name => Placeholders.Find(name) is null).Distinct())
            {
                yield return new ConfigIssue(
                    pointer,
                    $"There is no placeholder {{{{{name}}}}} in a request. There are: "
                    + $"{string.Join(", ", Placeholders.Names)}.");
            }

            if (template.Pieces.Any(piece => piece.Literal.Contains("{{", StringComparison.Ordinal)))
            {
                yield return new ConfigIssue(
                    pointer,
                    "A {{ stays in the request. A placeholder is a name of letters in {{ }}.",
                    ConfigIssueSeverity.Warning);
            }
        }
    }
}
