using Connector.Console.Tests.Hosting;
using Connector.Console.Tests.Messages;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Overview;

internal sealed class OverviewTests
{
    private ConsoleHost host = null!;

    [SetUp]
    public async Task StartAsync() => host = await ConsoleHost.StartAsync(new
    {
        Connectors = new
        {
            sandbox = new { Plugin = "sandbox" },
            broken = new { Plugin = "not-installed" },
        },
    });

    [TearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task A_newcomer_sends_a_first_code_and_then_sees_it_counted()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/messages");
        await Assertions.Expect(window.Page.GetByText("No message has been sent yet.")).ToBeVisibleAsync();
        await window.AssertPresentableAsync("messages-empty");
        await window.GoAsync("/");
        await Assertions.Expect(FirstStepsIn(window)).ToBeVisibleAsync();
        await window.AssertPresentableAsync("overview-first");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Send a code to the sandbox" }).ClickAsync();

        await window.Page.WaitForURLAsync("**/inbox");
        await window.GoAsync("/");
        await Assertions.Expect(window.Page.Locator(".totals dd").First).ToHaveTextAsync("1");
        await Assertions.Expect(FirstStepsIn(window)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task What_needs_attention_is_said_with_cause_fix_and_link()
    {
        await host.SendAsync("+19075550105");
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync("/");

        var alerts = window.Page.Locator(".alerts");
        await Assertions.Expect(alerts).ToContainTextAsync("Connector broken doesn't run");
        await Assertions.Expect(alerts).ToContainTextAsync("The provider refuses the credentials of sandbox");
        await Assertions.Expect(alerts.GetByRole(AriaRole.Link).First)
            .ToHaveAttributeAsync("href", "/connectors/broken");
        await window.AssertPresentableAsync("overview-alerts");
    }

    [Test]
    public async Task One_country_or_connector_can_be_looked_at_by_itself()
    {
        await host.SendAsync("+34600000000");
        await host.SendAsync("+34600000000");
        await host.SendAsync("+14155550123");
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/?period=day");
        var total = window.Page.Locator(".totals dd").First;
        await Assertions.Expect(total).ToHaveTextAsync("3");

        var country = window.Page.Locator("#filter-country");
        await country.FocusAsync();
        await country.SelectOptionAsync("Spain");

        await Assertions.Expect(total).ToHaveTextAsync("2");
        await Assertions.Expect(country).ToBeFocusedAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync($"{host.Address}?period=day&country=ES");
        await Assertions.Expect(window.Page.Locator("[aria-labelledby=by-country] tbody tr")).ToHaveCountAsync(1);
        await window.AssertPresentableAsync("overview-filtered");
        await window.Page.Locator("#filter-connector").SelectOptionAsync("broken");
        await Assertions.Expect(total).ToHaveTextAsync("0");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Last hour" }).ClickAsync();
        await Assertions.Expect(window.Page)
            .ToHaveURLAsync($"{host.Address}?period=hour&connector=broken&country=ES");
        await country.SelectOptionAsync("All");
        await window.Page.Locator("#filter-connector").SelectOptionAsync("All");
        await Assertions.Expect(total).ToHaveTextAsync("3");
    }

    [Test]
    public async Task Figures_move_by_themselves_and_in_Spanish_too()
    {
        await host.SendAsync();
        await using var window = await ConsoleWindow.SignedInAsync(host, options => options.Locale = "es-ES");
        await window.GoAsync("/?period=week");
        await Assertions.Expect(window.Page.Locator(".totals dd").First).ToHaveTextAsync("1");

        await host.SendAsync();

        await Assertions.Expect(window.Page.Locator(".totals dd").First).ToHaveTextAsync("2");
        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("Resumen");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Última hora" }).ClickAsync();
        await window.Page.WaitForURLAsync("**period=hour");
        await window.AssertPresentableAsync("overview-es");
    }

    [Test]
    public async Task Storage_that_fails_is_said_in_place_and_the_pages_come_back_with_it()
    {
        await host.SendAsync();
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await host.ExecuteAsync("ALTER TABLE messages RENAME TO messages_away");
        await window.GoAsync("/messages");
        await Assertions.Expect(window.Page.Locator("#list-problem [role=alert]")).ToContainTextAsync("storage");
        await window.AssertAccessibleAsync();
        await window.GoAsync("/");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("storage");
        await window.AssertPresentableAsync("overview-storage-trouble");

        await host.ExecuteAsync("ALTER TABLE messages_away RENAME TO messages");

        await Assertions.Expect(window.Page.Locator(".totals dd").First).ToHaveTextAsync("1");
        await Assertions.Expect(window.Page.Locator("main [role=alert]")).ToHaveCountAsync(0);
    }

    private static ILocator FirstStepsIn(ConsoleWindow window) =>
        window.Page.GetByRole(AriaRole.Heading, new() { Name = "First steps" });
}
