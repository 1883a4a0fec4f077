using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Connectors;

/// <summary>Plugins that go wrong while somebody sets them up.</summary>
internal sealed class AwkwardPluginTests
{
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await ConsoleHost.StartAsync();
        await PluginFolder.InstallAsync(host, "Good", "good");
        await PluginFolder.InstallAsync(host, "Moody", "moody");
        await PluginFolder.InstallAsync(host, "Obliging", "obliging");
        await PluginFolder.InstallAsync(host, "ChaosConnector", "chaos-connector");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task A_plugin_whose_own_rules_are_broken_is_told_with_cause_and_fix_and_nothing_is_lost()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        var page = window.Page;
        await window.GoAsync("/connectors/add/moody");
        await page.GetByLabel("Token", new() { Exact = true }).FillAsync("typed-secret");

        await page.Locator("#save").ClickAsync();

        var problem = page.Locator(".finish [role=alert]");
        await Assertions.Expect(problem).ToContainTextAsync("moody");
        await Assertions.Expect(problem).Not.ToContainTextAsync("typed-secret");
        await Assertions.Expect(page.GetByLabel("Token", new() { Exact = true })).ToHaveValueAsync("typed-secret");
        await window.AssertPresentableAsync("connectors-guide-moody");
    }

    [Test]
    public async Task What_only_the_plugin_knows_to_be_wrong_is_told_at_its_field()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        var page = window.Page;
        await window.GoAsync("/connectors/add/obliging");
        await page.GetByLabel("Account").FillAsync("AC1");
        await page.Locator("#field-token").FillAsync("typed-secret");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("no placeholder");
        await page.Locator("#connector-name").FillAsync("obliged");

        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.GetByLabel("Text", new() { Exact = true }))
            .ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.GetByText("text must show {{code}}.").First).ToBeVisibleAsync();

        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Your code is {{code}}.");
        await page.Locator("#test-phone").FillAsync("+34612345678");
        await page.Locator("#test-send").ClickAsync();
        await Assertions.Expect(page.Locator("[data-outcome=Accepted]")).ToContainTextAsync("Your code is 000000.");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{host.Address}connectors/obliged");
    }

    [Test]
    public async Task A_hand_over_that_fails_leaves_the_old_connector_serving_and_can_be_tried_again()
    {
        await ConsoleApi.CreateAsync(host, "veteran", "good", new { token = "abc" });
        await using var window = await ConsoleWindow.SignedInAsync(host);
        var page = window.Page;
        await window.GoAsync("/connectors/add/chaos-connector?replaces=veteran");
        await page.Locator("#connector-name").FillAsync("rookie");
        await page.GetByLabel("Fault").FillAsync("fails-to-be-created");
        await page.Locator("#hand-over").CheckAsync();

        await page.Locator("#save").ClickAsync();

        await Assertions.Expect(page.Locator(".finish [role=alert]")).ToContainTextAsync("chaos-connector");
        await window.AssertPresentableAsync("connectors-guide-hand-over-failed");
        Assert.That((string?)(await ConsoleApi.ReadAsync(host, "veteran"))["state"], Is.EqualTo("running"));

        await page.GetByLabel("Fault").FillAsync("none");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{host.Address}connectors/rookie");
        Assert.That((bool)(await ConsoleApi.ReadAsync(host, "veteran"))["enabled"]!, Is.False);
    }
}
