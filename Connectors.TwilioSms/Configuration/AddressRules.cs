using System.Text.Json;
using Connector.Abstractions;

namespace Connectors.TwilioSms.Configuration;

internal static class AddressRules
{
    private static readonly string[] HostParts = ["region", "edge"];

    public static IEnumerable<ConfigIssue> Check(JsonElement config)
    {
        if (config.ReadText("apiBaseUrl") is not { } address)
        {
            yield break;
        }

        if (FindFault(address) is { } fault)
        {
            yield return new ConfigIssue("/apiBaseUrl", fault);
        }

        foreach (var name in HostParts.Where(name => config.Mentions(name)))
        {
            yield return new ConfigIssue(
                "/" + name, $"{name} has no effect beside apiBaseUrl.", ConfigIssueSeverity.Warning);
        }
    }

    // Never repeats the address: it may hold a password.
    private static string? FindFault(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return "apiBaseUrl is not an address such as https://example.com.";
        }

        if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback)
        {
            return "apiBaseUrl must use https, for it receives the credentials; http is only allowed to this machine.";
        }

        return url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0
            ? "apiBaseUrl must be a host with an optional port and path, without credentials, query or fragment."
            : null;
    }
}
