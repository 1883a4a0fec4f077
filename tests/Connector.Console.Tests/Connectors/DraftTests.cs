using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Connectors;

/// <summary>What has been typed outlives whatever happens to the page.</summary>
internal sealed class DraftTests
{
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await ConsoleHost.StartAsync();
        await PluginFolder.InstallAsync(host, "Good", "good");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task A_draft_outlives_a_reload_and_can_be_discarded()
    {
        await using var window = await TypeAsync();

        await window.Page.ReloadAsync();
        await window.WaitUntilLiveAsync();
        await AssertThereAsync(window.Page);
        await window.AssertPresentableAsync("connectors-guide-draft");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Discard draft" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("#connector-name")).ToHaveValueAsync("good");
        await window.GoAsync("/connectors/add/good");
        await Assertions.Expect(window.Page.Locator("#connector-name")).ToHaveValueAsync("good");
    }

    [Test]
    public async Task A_draft_outlives_signing_out_and_in()
    {
        await using var window = await TypeAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await window.Page.Locator("#key").FillAsync(host.Key);
        await window.Page.Locator(".sign-in button[type=submit]").ClickAsync();
        await window.WaitUntilLiveAsync();
        await window.GoAsync("/connectors/add/good");

        await AssertThereAsync(window.Page);
    }

    [Test]
    public async Task A_draft_outlives_another_language()
    {
        await using var window = await TypeAsync();

        await window.Page.Locator(".language").SelectOptionAsync("es");
        await Assertions.Expect(window.Page.Locator("#save")).ToHaveTextAsync("Guardar y terminar");

        await AssertThereAsync(window.Page);
        await window.AssertPresentableAsync("connectors-guide-es");
    }

    [Test]
    public async Task A_draft_holds_its_secrets_sealed()
    {
        await using var window = await TypeAsync();

        var kept = await window.Page.EvaluateAsync<string>("JSON.stringify({ ...sessionStorage })");

        Assert.That(kept, Does.Contain("guide:good").And.Not.Contain("typed-secret").And.Not.Contain("612345678"));
    }

    private static async Task AssertThereAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".notice.draft")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#connector-name")).ToHaveValueAsync("kept");
        await Assertions.Expect(page.GetByLabel("Token", new() { Exact = true })).ToHaveValueAsync("typed-secret");
        await Assertions.Expect(page.Locator("#test-phone")).ToHaveValueAsync("+34612345678");
    }

    private async Task<ConsoleWindow> TypeAsync()
    {
        var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/connectors/add/good");
        await window.Page.Locator("#connector-name").FillAsync("kept");
        await window.Page.GetByLabel("Token", new() { Exact = true }).FillAsync("typed-secret");
        await window.Page.Locator("#test-phone").FillAsync("+34612345678");
        await window.Page.Locator("#connector-name").FocusAsync();
        await window.Page.WaitForFunctionAsync("() => sessionStorage.getItem('guide:good')");
        await Assertions.Expect(window.Page.Locator("#test-phone-help")).ToContainTextAsync("612 34 56 78");
        return window;
    }
}
