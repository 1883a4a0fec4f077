using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Keys;

internal sealed class KeysPageTests
{
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await ConsoleHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task A_key_that_may_not_manage_keys_sees_why_and_no_keys()
    {
        var key = await host.CreateKeyAsync("shop");
        await using var window = await ConsoleWindow.SignedInAsync(host, key: key);

        await window.GoAsync("/keys");

        await Assertions.Expect(window.Page.GetByText("may not manage keys")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".key-card, #key-name")).ToHaveCountAsync(0);
        await window.AssertPresentableAsync("keys-not-allowed");
    }

    [Test]
    public async Task A_key_without_a_name_is_refused_in_place()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/keys");
        await window.Page.GetByLabel("manage keys").CheckAsync();

        await CreateIn(window).ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(
            "Say what the key is for, in up to 100 characters.");
        await Assertions.Expect(window.Page.Locator("#key-name")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(window.Page.GetByLabel("manage keys")).ToBeCheckedAsync();
        await Assertions.Expect(window.Page.GetByLabel("see full numbers")).ToBeDisabledAsync();
        await window.AssertPresentableAsync("keys-refused");
    }

    [Test]
    public async Task A_key_is_shown_once_and_whoever_uses_it_is_signed_out_when_it_is_revoked()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/keys");
        await window.Page.GetByLabel("What is it for?").FillAsync("<b>night shift");
        await CreateIn(window).ClickAsync();
        var key = await window.Page.Locator("#new-key").TextContentAsync();
        await window.AssertPresentableAsync("keys-created");
        await window.Page.SetViewportSizeAsync(1280, 900);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "I have stored it" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByText(key!)).ToHaveCountAsync(0);
        await using var other = await ConsoleWindow.SignedInAsync(host, key: key);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke <b>night shift" }).ClickAsync();
        await window.AssertPresentableAsync("keys-revoke");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke <b>night shift" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke the key" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByText("<b>night shift")).ToHaveCountAsync(0);
        await Assertions.Expect(other.Page.Locator("#key")).ToBeVisibleAsync();
        await window.GoAsync("/audit");
        await Assertions.Expect(window.Page.Locator(".audit-row").First).ToContainTextAsync("API key revoked");
        await Assertions.Expect(window.Page.Locator(".audit-row").First).ToContainTextAsync("<b>night shift");
        await Assertions.Expect(window.Page.Locator(".audit-actor").First).ToContainTextAsync("first start");
    }

    [Test]
    public async Task A_page_whose_key_is_revoked_is_over_also_when_its_browser_stays_on_it()
    {
        var key = await host.CreateKeyAsync("stubborn");
        await using var stubborn = await ConsoleWindow.SignedInAsync(host, key: key);
        await stubborn.GoAsync("/inbox");
        await Assertions.Expect(stubborn.Page.Locator("#inbox-to")).ToBeVisibleAsync();
        await stubborn.Page.RouteAsync("**/sign-in", route => route.AbortAsync());
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/keys");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke stubborn" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke the key" }).ClickAsync();

        await Assertions.Expect(stubborn.Page.Locator("#inbox-to")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task The_last_key_that_manages_keys_stays_and_the_page_says_why()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/keys");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke first start" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alertdialog))
            .ToContainTextAsync("You are signed in with it");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke the key" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("The last key can't be revoked");
        await Assertions.Expect(window.Page.Locator("#key-name")).ToBeVisibleAsync();
    }

    [Test]
    public async Task It_speaks_spanish()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host, options => options.Locale = "es-ES");

        await window.GoAsync("/keys");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Claves de API" }))
            .ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByLabel("gestionar claves")).ToBeEnabledAsync();
        await window.AssertPresentableAsync("keys-es");
    }

    private static ILocator CreateIn(ConsoleWindow window) =>
        window.Page.GetByRole(AriaRole.Button, new() { Name = "Create the key" });
}
