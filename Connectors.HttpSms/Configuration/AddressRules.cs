using System.Text.Json;
using Connector.Abstractions;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms.Configuration;

internal static class AddressRules
{
    private const string Insecure =
        "The address uses http, so the code and the credentials travel in clear. Use https, or set allowHttp for a "
        + "network that you trust.";

    public static IEnumerable<ConfigIssue> Check(JsonElement config) =>
    [
        .. CheckTemplate(config),
        .. CheckAddress(config, "url", Rendered(config)),
        .. CheckAddress(config, "checkUrl", config.ReadText("checkUrl")),
        .. CheckContent(config),
    ];

    private static string? Rendered(JsonElement config) => config.ReadText("url") is { } url
        ? new RequestTemplate(url).Render(SampleValues.Values, Escaping.Url)
        : null;

    private static IEnumerable<ConfigIssue> CheckTemplate(JsonElement config)
    {
        if (config.ReadText("url") is not { } url)
        {
            yield break;
        }

        var soFar = "";
        foreach (var (literal, name) in new RequestTemplate(url).Pieces)
        {
            soFar += literal;
            if (name is null)
            {
                continue;
            }

            if (IsBeforePath(soFar))
            {
                yield return new ConfigIssue(
                    "/url", $"{{{{{name}}}}} may not stand in the host: messages could go anywhere.");
            }
            else if (!soFar.Contains('?') && Placeholders.Find(name) is { IsTame: false })
            {
                yield return new ConfigIssue(
                    "/url", $"{{{{{name}}}}} may only stand behind a question mark: it could change the path.");
            }
        }
    }

    // In https://host:port the third slash begins the path.
    private static bool IsBeforePath(string address)
    {
        var authority = address.IndexOf("://", StringComparison.Ordinal);
        return authority < 0 || address.AsSpan(authority + 3).IndexOfAny('/', '?') < 0;
    }

    // Never repeats the address: it may hold a token.
    private static IEnumerable<ConfigIssue> CheckAddress(JsonElement config, string name, string? address)
    {
        if (address is null)
        {
            yield break;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return new ConfigIssue(
                $"/{name}", $"{name} is not an address such as https://api.example.com/messages.");
            yield break;
        }

        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            yield return new ConfigIssue(
                $"/{name}",
                $"{name} must have neither credentials nor a fragment. Use authentication for credentials.");
        }

        if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback)
        {
            var severity = config.Has("allowHttp", JsonValueKind.True)
                ? ConfigIssueSeverity.Warning
                : ConfigIssueSeverity.Error;
            yield return new ConfigIssue($"/{name}", Insecure, severity);
        }
    }

    private static IEnumerable<ConfigIssue> CheckContent(JsonElement config)
    {
        if (config.ReadText("url") is null)
        {
            yield break;
        }

        var place = RequestParts.IsGet(config) ? "/url" : "/body";
        if (!RequestParts.Uses(config, "to", "toDigits"))
        {
            yield return new ConfigIssue(place, "The request names no recipient: put {{to}} or {{toDigits}} into it.");
        }

        if (!RequestParts.Uses(config, "text", "code", "link"))
        {
            yield return new ConfigIssue(place, "The request carries no message: put {{text}}, or {{code}}, into it.");
        }
    }
}
