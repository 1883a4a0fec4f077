using System.Net.Http.Json;
using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Connectors;

/// <summary>Before a connector goes, one is told what nothing else can do.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DeleteTests
{
    private ConsoleHost host = null!;

    [SetUp]
    public async Task StartAsync() => host = await ConsoleHost.StartAsync(new
    {
        Connectors = new { sandbox = new { Plugin = "sandbox", Countries = (string[])["AD"] } },
    });

    [TearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task The_last_connector_that_runs_is_told()
    {
        await CreateAsync("only");
        host.Configure(new { Connectors = new { sandbox = new { Plugin = "sandbox", Enabled = false } } });
        await host.StopAsync();
        await host.StartAgainAsync();
        await using var window = await ConsoleWindow.SignedInAsync(host);

        var question = await AskAsync(window, "only");

        await Assertions.Expect(question).ToContainTextAsync("the last connector that runs");
        await Assertions.Expect(question).Not.ToContainTextAsync("Others take them");
        await window.AssertPresentableAsync("connector-delete-last");
        await window.Page.Locator("#delete-yes").ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync($"{host.Address}connectors");
    }

    [Test]
    public async Task The_countries_that_nothing_else_serves_are_told()
    {
        await CreateAsync("iberia", "ES", "PT");
        await CreateAsync("spain", "ES");
        await using var window = await ConsoleWindow.SignedInAsync(host);

        var question = await AskAsync(window, "iberia");
        await Assertions.Expect(question).ToContainTextAsync("No other connector serves PT");
        await Assertions.Expect(question.GetByTitle("Portugal")).ToBeVisibleAsync();
        await Assertions.Expect(question.GetByTitle("Spain")).ToHaveCountAsync(0);
        await Assertions.Expect(question).Not.ToContainTextAsync("the last connector");

        question = await AskAsync(window, "spain");
        await Assertions.Expect(question).Not.ToContainTextAsync("No other connector serves");
    }

    [Test]
    public async Task The_only_one_that_is_not_limited_to_some_countries_is_told()
    {
        await CreateAsync("anywhere");
        await CreateAsync("spain", "ES");
        await using var window = await ConsoleWindow.SignedInAsync(host);

        var question = await AskAsync(window, "anywhere");

        await Assertions.Expect(question).ToContainTextAsync("No other connector serves all countries");
    }

    private static async Task<ILocator> AskAsync(ConsoleWindow window, string name)
    {
        await window.GoAsync($"/connectors/{name}");
        await window.Page.Locator("#delete").ClickAsync();
        var question = window.Page.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(question).ToContainTextAsync($"Delete {name}?");
        return question;
    }

    private async Task CreateAsync(string name, params string[] countries)
    {
        using var response = await host.Client.PostAsJsonAsync(
            "/api/v1/connectors", new { name, plugin = "sandbox", countries, config = new { } });
        Assert.That(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
