using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Connectors;

/// <summary>From the catalogue to a connector that serves, with plugins that the console has never seen.</summary>
internal sealed class GuideTests
{
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await ConsoleHost.StartAsync();
        await PluginFolder.InstallAsync(host, "Good", "good");
        await PluginFolder.InstallAsync(host, "SchemaBroken", "schema-broken");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task The_list_and_the_catalogue_are_presentable()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync("/connectors");
        await window.AssertPresentableAsync("connectors");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Add connector" }).First.ClickAsync();
        await Assertions.Expect(window.Page.Locator("[data-plugin=good]")).ToBeVisibleAsync();
        await window.AssertPresentableAsync("connectors-catalogue");
    }

    [Test]
    public async Task A_guide_is_presentable()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/connectors/add/twilio-sms");
        await Assertions.Expect(window.Page.Locator("#connector-name")).ToHaveValueAsync("twilio-sms");

        await window.AssertPresentableAsync("connectors-guide");
    }

    [Test]
    public async Task An_unknown_plugin_is_told_with_a_way_back()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync("/connectors/add/nobody");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("nobody");
        await window.AssertPresentableAsync("connectors-guide-unknown");
    }

    [Test]
    public async Task A_plugin_that_nobody_knew_gets_a_connector()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        var page = window.Page;
        await window.GoAsync("/connectors/add");

        await page.Locator("[data-plugin=good] a").ClickAsync();
        await page.Locator("#connector-name").FillAsync("fresh");
        await page.GetByLabel("Token", new() { Exact = true }).FillAsync("abc");
        await page.Locator("#test-phone").FillAsync("+34612345678");
        await page.Locator("#test-send").ClickAsync();
        await Assertions.Expect(page.Locator("[data-outcome=Unknown]")).ToBeVisibleAsync();
        await page.Locator("#save").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync($"{host.Address}connectors/fresh");
    }
}
