using System.Buffers;
using System.Text.Json;
using Connector.Abstractions;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms.Configuration;

internal static class HeaderRules
{
    // RFC 9110 §5.6.2.
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    public static IEnumerable<ConfigIssue> Check(JsonElement config)
    {
        if (config.ReadText("tokenHeader") is { } tokenHeader && NameFault(tokenHeader) is { } fault)
        {
            yield return new ConfigIssue("/tokenHeader", fault);
        }

        foreach (var (index, header) in config.Items("headers"))
        {
            var pointer = $"/headers/{index}";
            foreach (var issue in CheckName(header, pointer).Concat(CheckValue(header, pointer)))
            {
                yield return issue;
            }
        }
    }

    private static IEnumerable<ConfigIssue> CheckName(JsonElement header, string pointer)
    {
        if (header.ReadText("name") is not { } name)
        {
            yield break;
        }

        if (NameFault(name) is { } fault)
        {
            yield return new ConfigIssue($"{pointer}/name", fault);
        }
        else if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            yield return new ConfigIssue(
                $"{pointer}/name",
                "The value of this header is shown to everybody who may see the configuration. Use authentication, "
                + "whose values are secret.",
                ConfigIssueSeverity.Warning);
        }
    }

    private static IEnumerable<ConfigIssue> CheckValue(JsonElement header, string pointer)
    {
        if (header.ReadText("value") is not { } value)
        {
            yield break;
        }

        if (Escaping.Header(value) != value)
        {
            yield return new ConfigIssue($"{pointer}/value", "A header holds ASCII characters on one line only.");
        }

        var wild = new RequestTemplate(value).Names.Where(name => Placeholders.Find(name) is { IsTame: false });
        foreach (var name in wild)
        {
            yield return new ConfigIssue(
                $"{pointer}/value", $"{{{{{name}}}}} may not stand in a header, which can't hold any text.");
        }
    }

    private static string? NameFault(string name)
    {
        if (name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            return "This is not the name of a header.";
        }

        return name.ToUpperInvariant() is "CONTENT-LENGTH" or "TRANSFER-ENCODING" or "CONNECTION" or "HOST" or "EXPECT"
            or "KEEP-ALIVE" or "UPGRADE" or "TE" or "TRAILER" or "PROXY-AUTHORIZATION"
            ? "This header is the HTTP client's own."
            : null;
    }
}
