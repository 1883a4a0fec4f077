using Connector.Console.Tests.Hosting;
using Connector.Console.Tests.Keys;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Messages;

internal sealed class NumberRevealTests
{
    private const string Digits = "14155550147";

    private ConsoleHost host = null!;
    private string support = null!;
    private string message = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await ConsoleHost.StartAsync(new
        {
            Connectors = new { sandbox = new { Plugin = "sandbox" } },
            Delivery = new { KeepContent = "01:00:00" },
        });
        message = await host.SendAsync("+" + Digits);
        support = await host.CreateKeyAsync("support", "revealNumbers");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Without_the_permission_the_page_says_what_is_needed()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync($"/messages/{message}");

        await Assertions.Expect(window.Page.GetByText("Seeing it needs a key that may see full numbers."))
            .ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("#show-number")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task An_erased_number_can_t_be_asked_for()
    {
        var erased = await host.SendAsync();
        await host.ExecuteAsync($"UPDATE messages SET content = NULL WHERE id = '{erased}'");
        await using var window = await ConsoleWindow.SignedInAsync(host, key: support);

        await window.GoAsync($"/messages/{erased}");

        await Assertions.Expect(window.Page.GetByText("The full number is erased.")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("#show-number")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_number_that_is_erased_meanwhile_is_a_problem_in_place()
    {
        var erased = await host.SendAsync();
        await using var window = await ConsoleWindow.SignedInAsync(host, key: support);
        await window.GoAsync($"/messages/{erased}");
        await window.Page.Locator("#show-number").ClickAsync();

        await host.ExecuteAsync($"UPDATE messages SET content = NULL WHERE id = '{erased}'");
        await YesIn(window).ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The number is erased");
    }

    [Test]
    public async Task A_number_is_shown_once_that_is_confirmed_and_recorded_and_leaves_nothing_behind()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host, key: support);
        await window.GoAsync($"/messages/{message}");
        await window.Page.Locator("#show-number").ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("The audit log will say");
        await window.AssertPresentableAsync("number-ask");
        await window.Page.SetViewportSizeAsync(1280, 900);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Leave it masked" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByText(Digits)).ToHaveCountAsync(0);

        await window.Page.Locator("#show-number").ClickAsync();
        await YesIn(window).ClickAsync();

        await Assertions.Expect(window.Page.Locator(".recipient[role=status]")).ToHaveTextAsync("+" + Digits);
        await window.AssertPresentableAsync("number-shown");
        await window.Page.SetViewportSizeAsync(1280, 900);
        Assert.That(window.Page.Url, Does.Not.Contain(Digits));
        var kept = await window.Page.EvaluateAsync<string>(
            "JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie");
        Assert.That(kept, Does.Not.Contain(Digits));
        await window.Page.Locator("#hide-number").ClickAsync();
        await Assertions.Expect(window.Page.GetByText(Digits)).ToHaveCountAsync(0);
        await window.GoAsync("/audit?action=message.revealed");
        await Assertions.Expect(window.Page.Locator(".audit-row")).ToHaveCountAsync(1);
        await Assertions.Expect(window.Page.Locator(".audit-row")).ToContainTextAsync("Number shown");
        await Assertions.Expect(window.Page.Locator(".audit-row")).ToContainTextAsync(message);
        await Assertions.Expect(window.Page.Locator(".audit-row")).ToContainTextAsync("support");
        Assert.That(host.Output, Does.Not.Contain(Digits));
    }

    private static ILocator YesIn(ConsoleWindow window) => window.Page.GetByRole(AriaRole.Dialog)
        .GetByRole(AriaRole.Button, new() { Name = "Show the number" });
}
