using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Messages;

internal sealed class ManyMessagesTests
{
    private const int Rows = 12_000;

    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await ConsoleHost.StartAsync();
        await host.SendAsync();
        await host.FillAsync(Rows);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Twelve_thousand_messages_scroll_to_the_last_with_few_rows_in_the_page()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/messages");
        await Assertions.Expect(window.Page.Locator(".message-row a").First).ToBeVisibleAsync();
        await window.AssertPresentableAsync("messages");
        await window.Page.SetViewportSizeAsync(1280, 900);
        var oldest = window.Page.Locator(".message-row a", new() { HasText = "+1415•••2000" });

        await ScrollUntilAsync(window, oldest);

        await Assertions.Expect(oldest.Last).ToBeVisibleAsync();
        Assert.That(await window.Page.Locator(".message-row").CountAsync(), Is.LessThan(200));
        await Assertions.Expect(window.Page.GetByText("Paused while you scroll")).ToBeVisibleAsync();
        await window.AssertAccessibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the newest" }).ClickAsync();
        var newest = await host.SendAsync();
        await Assertions.Expect(window.Page.Locator($".message-row a[href='/messages/{newest}']")).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_list_scrolls_by_keyboard()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/messages");
        var list = window.Page.GetByRole(AriaRole.Region, new() { Name = "Messages" });
        await Assertions.Expect(window.Page.Locator(".message-row a").First).ToBeVisibleAsync();

        await list.FocusAsync();
        await window.Page.Keyboard.PressAsync("End");

        await Assertions.Expect(window.Page.GetByText("Paused while you scroll")).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(window.Page.GetByText("new messages appear by themselves")).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_overview_shows_them_over_time()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync("/?period=day");

        await Assertions.Expect(window.Page.Locator(".totals dd").First).ToContainTextAsync("12,0");
        await Assertions.Expect(window.Page.Locator(".chart rect")).Not.ToHaveCountAsync(0);
        await window.AssertPresentableAsync("overview-day");
        await window.Page.GetByText("Show the figures as a table").ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Cell).First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Spain (ES)" }))
            .ToBeVisibleAsync();
        await window.AssertPresentableAsync("overview-table");
    }

    // A person's wheel: each turn brings further rows, which are read as they come into view.
    private static async Task ScrollUntilAsync(ConsoleWindow window, ILocator wanted)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await wanted.CountAsync() == 0)
        {
            limit.Token.ThrowIfCancellationRequested();
            await window.Page.EvaluateAsync(
                "new Promise(drawn => { const list = document.getElementById('message-rows');"
                + " list.scrollTop = list.scrollHeight; requestAnimationFrame(() => setTimeout(drawn, 20)); })");
        }
    }
}
