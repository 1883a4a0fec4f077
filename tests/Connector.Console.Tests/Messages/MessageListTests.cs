using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Messages;

internal sealed class MessageListTests
{
    private const string Refused = "+19075550100";

    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await ConsoleHost.StartAsync();
        await host.SendAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Filters_narrow_the_list_and_are_in_the_address()
    {
        var refused = await host.SendAsync(Refused);
        var accepted = await host.SendAsync();
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/messages");
        await Assertions.Expect(RowOf(window, accepted)).ToBeVisibleAsync();

        await window.Page.GetByLabel("Status").SelectOptionAsync("refused");

        await Assertions.Expect(RowOf(window, accepted)).ToHaveCountAsync(0);
        await Assertions.Expect(RowOf(window, refused)).ToContainTextAsync("Refused");
        Assert.That(window.Page.Url, Does.EndWith("/messages?status=refused"));
        await window.GoAsync("/messages?status=refused&connector=sandbox");
        await Assertions.Expect(RowOf(window, refused)).ToBeVisibleAsync();
        await Assertions.Expect(RowOf(window, accepted)).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.GetByLabel("Status")).ToHaveValueAsync("refused");
    }

    [Test]
    public async Task A_period_is_told_by_the_clock_of_the_browser()
    {
        var id = await host.SendAsync();
        await using var window = await ConsoleWindow.SignedInAsync(host, options => options.TimezoneId = "Asia/Tokyo");
        await window.GoAsync("/messages");
        await Assertions.Expect(RowOf(window, id)).ToBeVisibleAsync();

        await window.Page.GetByLabel("From").FillAsync("2026-01-02T09:00");
        await window.Page.GetByLabel("From").PressAsync("Tab");

        await window.Page.WaitForURLAsync("**from=2026-01-02T00%3A00%3A00Z");
        await Assertions.Expect(window.Page.GetByLabel("From")).ToHaveValueAsync("2026-01-02T09:00");
        await Assertions.Expect(RowOf(window, id)).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_rush_of_messages_is_shown_slowly_enough_to_be_read()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/messages");
        await Assertions.Expect(window.Page.GetByText("new messages appear by themselves")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".message-row a").First).ToBeVisibleAsync();

        await host.RushAsync(150);

        await Assertions.Expect(window.Page.GetByText("every ten seconds")).ToBeVisibleAsync();
    }

    [Test]
    public async Task New_messages_appear_by_themselves()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/messages");
        await Assertions.Expect(window.Page.Locator(".message-row a").First).ToBeVisibleAsync();

        var id = await host.SendAsync();

        await Assertions.Expect(RowOf(window, id)).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".message-row a").First)
            .ToHaveAttributeAsync("href", $"/messages/{id}");
        await Assertions.Expect(RowOf(window, id)).Not.ToContainTextAsync("4155550123");
    }

    [Test]
    public async Task A_number_finds_its_messages_and_is_not_in_the_address()
    {
        var wanted = await host.SendAsync("+14155550188");
        var other = await host.SendAsync();
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/messages");
        await Assertions.Expect(RowOf(window, other)).ToBeVisibleAsync();

        await window.Page.GetByLabel("Phone number").FillAsync("1 (415) 555-0188");
        await window.Page.GetByLabel("Phone number").PressAsync("Enter");

        await Assertions.Expect(RowOf(window, other)).ToHaveCountAsync(0);
        await Assertions.Expect(RowOf(window, wanted)).ToBeVisibleAsync();
        Assert.That(window.Page.Url, Does.Not.Contain("0188"));
    }

    [Test]
    public async Task What_is_no_number_is_said_at_its_field_and_stays_there()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/messages");

        await window.Page.GetByLabel("Phone number").FillAsync("not a number");
        await window.Page.GetByLabel("Phone number").PressAsync("Enter");

        await Assertions.Expect(window.Page.Locator("#list-problem [role=alert]")).ToContainTextAsync("/to");
        await Assertions.Expect(window.Page.GetByLabel("Phone number")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(window.Page.GetByLabel("Phone number")).ToHaveValueAsync("not a number");
        await window.AssertPresentableAsync("messages-wrong-number");
    }

    [Test]
    public async Task An_address_with_a_wrong_filter_says_which()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync("/messages?status=%3Cscript%3E");

        await Assertions.Expect(window.Page.Locator("#list-problem [role=alert]")).ToContainTextAsync("/status");
        await window.AssertAccessibleAsync();
    }

    [Test]
    public async Task An_id_leads_to_its_message()
    {
        var id = await host.SendAsync();
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/messages");

        await window.Page.GetByLabel("Message id").FillAsync($" {id} ");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();

        await window.Page.WaitForURLAsync($"**/messages/{id}");
        await Assertions.Expect(window.Page.Locator(".facts").First).ToContainTextAsync(id);
    }

    [Test]
    public async Task The_list_speaks_Spanish()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host, options => options.Locale = "es-ES");

        await window.GoAsync("/messages");

        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("Mensajes");
        await Assertions.Expect(window.Page.Locator(".message-row .state").First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByLabel("Estado")).ToContainTextAsync("Entregado");
        await window.AssertPresentableAsync("messages-es");
    }

    private static ILocator RowOf(ConsoleWindow window, string id) =>
        window.Page.Locator($".message-row a[href='/messages/{id}']");
}
