using System.Net;
using System.Text.RegularExpressions;
using Connector.Host.Tests.Api;
using Connector.Runtime.Delivery;

namespace Connector.Host.Tests.Documentation;

/// <summary>What docs/api.md says about messages must be so.</summary>
internal sealed partial class MessagesDocumentationTests
{
    private const string ShownId = "msg_01a205266ef57e84b0b149ee0ed47e5b";

    private static readonly string Page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "api.md"));

    [Test]
    public async Task Requests_shown_work()
    {
        await using var host = await TestHost.StartAsync();
        var id = await host.SendAsync();
        var requests = Request().Matches(Page).Select(match => match.Groups["address"].Value).ToList();

        Assert.That(requests, Has.Count.GreaterThanOrEqualTo(3));
        foreach (var request in requests)
        {
            using var response = await host.Client.GetPathAsync(
                request.TrimEnd().Replace(ShownId, id, StringComparison.Ordinal));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), request);
        }
    }

    [Test]
    public void Every_status_is_explained()
    {
        var section = Page[Page.IndexOf("## Following messages", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("A status only moves", StringComparison.Ordinal)];

        Assert.That(
            MessageStatuses.Names.Where(name => !section.Contains($"`{name}`", StringComparison.Ordinal)), Is.Empty);
    }

    [GeneratedRegex(
        "^GET (?<address>/api/v1/messages.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Request();
}
