using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Connectors;

/// <summary>A connector that exists: changed, brought back, replaced and deleted.</summary>
internal sealed class SettingsTests
{
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await ConsoleHost.StartAsync();
        await PluginFolder.InstallAsync(host, "Good", "good");
        await PluginFolder.InstallAsync(host, "HostileTexts", "hostile-texts");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task A_configured_connector_is_read_only_with_the_reason()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync("/connectors/sandbox");

        await Assertions.Expect(window.Page.GetByText("read-only here")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("#enabled")).ToBeDisabledAsync();
        await Assertions.Expect(window.Page.Locator("#review")).ToHaveCountAsync(0);
        await window.AssertPresentableAsync("connector-configured");
    }

    [Test]
    public async Task A_connector_that_is_not_there_is_told()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync("/connectors/nobody");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("nobody");
        await window.AssertPresentableAsync("connector-missing");
    }

    [Test]
    public async Task What_somebody_else_has_changed_meanwhile_is_shown_beside_ones_own_changes()
    {
        await using var window = await OpenAsync("contested");
        var page = window.Page;
        await ChangeTokenAsync(page, "mine");

        await ConsoleApi.ChangeAsync(host, "contested", new { weight = 7 });

        var conflict = page.Locator(".conflict");
        await Assertions.Expect(conflict).ToContainTextAsync("weight");
        await Assertions.Expect(conflict).ToContainTextAsync("config/token");
        await window.AssertPresentableAsync("connector-conflict");
        await page.Locator("#conflict-keep").ClickAsync();
        await SaveAsync(page);
        var saved = await ConsoleApi.ReadAsync(host, "contested");
        Assert.That((int)saved["weight"]!, Is.EqualTo(7), "theirs stays");
        await page.GetByText("What changed (1)").First.ClickAsync();
        await Assertions.Expect(page.Locator(".history")).ToContainTextAsync("weight");
    }

    [Test]
    public async Task Limits_that_cannot_be_are_told_at_their_field()
    {
        await using var window = await OpenAsync("limited");
        var page = window.Page;
        await page.GetByText("Routing and limits").ClickAsync();
        await page.Locator("#advanced-weight").FillAsync("-1");

        await page.Locator("#review").ClickAsync();
        await page.Locator("#save").ClickAsync();

        await Assertions.Expect(page.Locator("#advanced-weight-fault")).ToContainTextAsync("0 to 10000");
        await Assertions.Expect(page.Locator("#advanced-weight")).ToHaveValueAsync("-1");
    }

    [Test]
    public async Task A_change_is_shown_before_it_is_saved_its_secrets_hidden()
    {
        await using var window = await OpenAsync("reviewed");
        var page = window.Page;
        await ChangeTokenAsync(page, "quite-secret");

        await page.Locator("#review").ClickAsync();

        var review = page.Locator(".review");
        await Assertions.Expect(review).ToContainTextAsync("••••");
        await Assertions.Expect(review).Not.ToContainTextAsync("quite-secret");
        await window.AssertPresentableAsync("connector-review");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#discard")).ToBeDisabledAsync();
        await Assertions.Expect(page.Locator(".history > ol > li")).ToHaveCountAsync(2);
    }

    [Test]
    public async Task Leaving_with_changes_asks_and_the_draft_stays_in_any_case()
    {
        await using var window = await OpenAsync("left");
        var page = window.Page;
        var asked = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Message);
            await dialog.AcceptAsync();
        };
        await ChangeTokenAsync(page, "unsaved");
        await Assertions.Expect(page.Locator("#discard")).ToBeEnabledAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Messages" }).ClickAsync();
        Assert.That(await asked.Task.WaitAsync(TimeSpan.FromSeconds(60)), Does.Contain("not saved"));
        await window.GoAsync("/connectors/left");

        await Assertions.Expect(page.Locator(".notice.draft")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#discard")).ToBeEnabledAsync();
    }

    [Test]
    public async Task An_earlier_revision_is_brought_back()
    {
        await using var window = await OpenAsync("returning");
        await ConsoleApi.ChangeAsync(host, "returning", new { weight = 3 });
        var page = window.Page;
        await Assertions.Expect(page.Locator(".history > ol > li")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Button, new() { Name = "Roll back to" }).ClickAsync();
        await window.PictureAsync("connector-rollback");
        await page.GetByRole(AriaRole.Button, new() { Name = "Roll back", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".history > ol > li")).ToHaveCountAsync(3);
        Assert.That((int)(await ConsoleApi.ReadAsync(host, "returning"))["weight"]!, Is.EqualTo(100));
    }

    [Test]
    public async Task Deleting_asks_first_and_can_be_undone()
    {
        await using var window = await OpenAsync("doomed");
        var page = window.Page;

        await page.Locator("#delete").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("Messages waiting for it: 0");
        await window.AssertPresentableAsync("connector-delete");
        await page.Locator("#delete-yes").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{host.Address}connectors");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "doomed" })).ToHaveCountAsync(0);

        await window.GoAsync("/connectors/doomed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Roll back to" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Roll back", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#enabled")).ToBeCheckedAsync();
    }

    [Test]
    public async Task Another_plugin_takes_over_only_when_wanted_and_the_old_connector_stays()
    {
        await using var window = await OpenAsync("veteran");
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Switch to another plugin" }).ClickAsync();
        await page.Locator("[data-plugin=sandbox] a").ClickAsync();
        await page.Locator("#connector-name").FillAsync("successor");
        await page.Locator("#test-phone").FillAsync("+34612345678");
        await Assertions.Expect(page.Locator("#hand-over")).Not.ToBeCheckedAsync();

        await page.Locator("#test-send").ClickAsync();
        await Assertions.Expect(page.Locator("[data-outcome=Accepted]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#hand-over")).ToBeCheckedAsync();
        await window.AssertPresentableAsync("connectors-guide-switch");
        await page.Locator("#save").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync($"{host.Address}connectors/successor");
        Assert.That((bool)(await ConsoleApi.ReadAsync(host, "veteran"))["enabled"]!, Is.False);
        Assert.That((bool)(await ConsoleApi.ReadAsync(host, "successor"))["enabled"]!, Is.True);
    }

    [Test]
    public async Task HTML_in_a_plugins_texts_is_shown_as_text()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        var page = window.Page;

        await window.GoAsync("/connectors/add");
        await Assertions.Expect(page.Locator("[data-plugin=hostile-texts]")).ToContainTextAsync("<img src=x");
        await window.GoAsync("/connectors/add/hostile-texts");

        await Assertions.Expect(page.Locator(".readme")).ToContainTextAsync("<script>");
        await Assertions.Expect(page.Locator(".readme img, .readme script, .readme a")).ToHaveCountAsync(0);
        await Assertions.Expect(page).Not.ToHaveTitleAsync("owned");
        await window.AssertPresentableAsync("connectors-guide-hostile");
    }

    [Test]
    public async Task The_pages_speak_Spanish()
    {
        await ConsoleApi.CreateAsync(host, "hispano", "good", new { token = "abc" });
        await using var window = await ConsoleWindow.SignedInAsync(host, options => options.Locale = "es-ES");

        await window.GoAsync("/connectors/hispano");
        await Assertions.Expect(window.Page.Locator("#review")).ToHaveTextAsync("Revisar cambios");
        await window.AssertPresentableAsync("connector-es");
        await window.GoAsync("/connectors");
        await window.AssertPresentableAsync("connectors-es");
    }

    private static async Task ChangeTokenAsync(IPage page, string token)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace" }).ClickAsync();
        await page.GetByLabel("Token", new() { Exact = true }).FillAsync(token);
        await page.GetByLabel("Token", new() { Exact = true }).BlurAsync();
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.Locator("#review").ClickAsync();
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#discard")).ToBeDisabledAsync();
    }

    private async Task<ConsoleWindow> OpenAsync(string name)
    {
        await ConsoleApi.CreateAsync(host, name, "good", new { token = "abc" });
        var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync($"/connectors/{name}");
        return window;
    }
}
