using Connector.Runtime.Delivery;
using Microsoft.AspNetCore.WebUtilities;

namespace Connector.Host.WebConsole;

/// <summary>
/// Which messages the list shows. All of it is in the page's address, but for the number: addresses are kept in
/// histories and logs.
/// </summary>
internal sealed record MessageFilters(string? Status, string? Connector, string? From, string? Until)
{
    public const string Page = "/messages";

    public string Address => QueryHelpers.AddQueryString(Page, new Dictionary<string, string?>
    {
        ["status"] = Given(Status),
        ["connector"] = Given(Connector),
        ["from"] = Given(From),
        ["until"] = Given(Until),
    });

    public bool IsEmpty => (Given(Status) ?? Given(Connector) ?? Given(From) ?? Given(Until)) is null;

    /// <summary>The address of one message.</summary>
    public static string AddressOf(string id) => $"{Page}/{Uri.EscapeDataString(id)}";

    public MessageListRequest ToRequest(string? number) => new()
    {
        Status = Given(Status),
        Connector = Given(Connector),
        From = Given(From),
        Until = Given(Until),
        To = Given(number),
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
