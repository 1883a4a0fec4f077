using System.Net;
using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>Finds everything wrong with what a webhook is to be. Thread-safe.</summary>
internal sealed class WebhookRules(WebhookOptions options, AddressGuard guard)
{
    private const int MaxUrlLength = 2_000;
    private const int MaxDescriptionLength = 200;

    /// <exception cref="ConnectorRequestException">Lists everything that is wrong.</exception>
    public void ThrowIfWrong(WebhookSettings settings)
    {
        List<ConfigIssue> issues =
        [
            .. settings.Url is { } url && FindFault(url) is { } fault ? [new ConfigIssue("/url", fault)] : NoIssues,
            .. FindUnknown(settings.Events ?? []),
            .. settings.Description is { Length: > MaxDescriptionLength }
                ? [new ConfigIssue("/description", $"Has more than {MaxDescriptionLength} characters.")]
                : NoIssues,
        ];
        if (issues.Count > 0)
        {
            Throw(issues);
        }
    }

    /// <exception cref="ConnectorRequestException">The overlap of two secrets is negative or too long.</exception>
    public static void ThrowIfOutOfRange(TimeSpan overlap)
    {
        if (overlap < TimeSpan.Zero || overlap > WebhookService.MaxOverlap)
        {
            Throw([new ConfigIssue("/keepOldFor", $"Must be from 00:00:00 to {WebhookService.MaxOverlap:c}.")]);
        }
    }

    private static void Throw(IReadOnlyList<ConfigIssue> issues) => throw new ConnectorRequestException(
        ConnectorRequestKind.Invalid, "webhook_invalid", "The webhook is invalid", "Mend every entry of errors.")
    {
        Issues = issues,
    };

    private static ConfigIssue[] NoIssues => [];

    private static IEnumerable<ConfigIssue> FindUnknown(IReadOnlyList<string> events) => events
        .Index()
        .Where(entry => !EventTypes.Names.Contains(entry.Item, StringComparer.Ordinal))
        .Select(entry => new ConfigIssue(
            $"/events/{entry.Index}", $"Is not a kind of event. Use {string.Join(", ", EventTypes.Names)}."));

    // What a name leads to is looked at when it is connected to: it may change at any time.
    private string? FindFault(string url)
    {
        if (url.Length > MaxUrlLength || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return $"Must be an absolute address of up to {MaxUrlLength} characters.";
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && options.AllowHttp))
        {
            return options.AllowHttp ? "Must begin with https:// or http://." : "Must begin with https://.";
        }

        if (uri.UserInfo.Length > 0)
        {
            return "Must hold no user and password: events are signed instead.";
        }

        return IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && !guard.Allows(address)
            ? "Leads to an address that is not public, and that ConnectorHost:Delivery:Webhooks:AllowedNetworks "
                + "does not list."
            : null;
    }
}
