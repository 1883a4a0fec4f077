using System.Text.RegularExpressions;

namespace Connector.Host.Tests.Documentation;

/// <summary>The requests that the API's documentation shows work one after the other.</summary>
internal sealed partial class ApiExamplesTests
{
    [Test]
    public async Task Requests_shown_work_in_their_order_on_a_new_host()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docs", "api.md"));
        var examples = Example().Matches(page);
        await using var host = await TestHost.StartAsync();

        Assert.That(examples, Has.Count.GreaterThanOrEqualTo(5));
        foreach (Match example in examples)
        {
            using var response = await host.Client.SendAsync(Parse(example));
            Assert.That(
                response.IsSuccessStatusCode, $"{example.Value}\n{await response.Content.ReadAsStringAsync()}");
        }
    }

    private static HttpRequestMessage Parse(Match example)
    {
        var request = new HttpRequestMessage(
            new HttpMethod(example.Groups["method"].Value), new Uri(example.Groups["path"].Value, UriKind.Relative));
        if (example.Groups["body"].Success)
        {
            request.Content = new StringContent(example.Groups["body"].Value);
            request.Content.Headers.Clear();
        }

        foreach (Capture header in example.Groups["header"].Captures)
        {
            var (name, value) = (header.Value.Split(": ")[0], header.Value.Split(": ")[1]);
            _ = request.Headers.TryAddWithoutValidation(name, value)
                || request.Content!.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    [GeneratedRegex(
        "```http\n(?<method>[A-Z]+) (?<path>/api/\\S+)\n((?<header>[A-Za-z-]+: [^\n]+)\n)*(\n(?<body>.*?))?```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
