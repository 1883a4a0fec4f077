using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Messages;

internal sealed class MessageDetailTests
{
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        host = await ConsoleHost.StartAsync(new
        {
            Connectors = new
            {
                sandbox = new { Plugin = "sandbox" },
                slow = new { Plugin = "sandbox", Rate = 0.01 },
            },
        });

        // Uses up what the slow one may send for the next minute and a half.
        await host.SendAsync(connector: "slow");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task A_refused_message_says_why_and_what_to_do()
    {
        var id = await host.SendAsync("+19075550105");
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync($"/messages/{id}");

        var main = window.Page.Locator("main");
        await Assertions.Expect(main).ToContainTextAsync("The provider did not accept the credentials.");
        await Assertions.Expect(main).ToContainTextAsync("Enter the credentials again");
        await Assertions.Expect(window.Page.Locator(".timeline")).ToContainTextAsync("sandbox tried: refused");
        await Assertions.Expect(main).ToContainTextAsync("The host can't: the number and the code are erased");
        await Assertions.Expect(main).Not.ToContainTextAsync("9075550105");
        await Assertions.Expect(CancelIn(window)).ToHaveCountAsync(0);
        await window.AssertPresentableAsync("message-refused");
    }

    [Test]
    public async Task A_message_that_is_not_there_says_so()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync("/messages/%3Cb%3Enobody");

        await Assertions.Expect(window.Page.GetByText("There is no message <b>nobody.")).ToBeVisibleAsync();
        await window.AssertPresentableAsync("message-missing");
    }

    [Test]
    public async Task A_waiting_message_is_canceled_once_that_is_confirmed()
    {
        var id = await host.SendAsync(connector: "slow", isAwaited: false);
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync($"/messages/{id}");

        await CancelIn(window).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await window.AssertPresentableAsync("message-cancel");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await CancelIn(window).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel the message" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByText("Canceled. It will not be sent.")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".facts .state")).ToHaveTextAsync("Canceled");
        await window.AssertPresentableAsync("message-canceled");
    }

    [Test]
    public async Task Canceling_too_late_says_how_far_the_message_is()
    {
        var id = await host.SendAsync(connector: "slow", isAwaited: false);
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync($"/messages/{id}");
        await CancelIn(window).ClickAsync();

        await host.ExecuteAsync($"UPDATE messages SET work = 0, status = 3, content = NULL WHERE id = '{id}'");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel the message" }).ClickAsync();

        await Assertions.Expect(window.Page.Locator(".warning")).ToContainTextAsync("Too late");
        await Assertions.Expect(window.Page.Locator(".warning")).ToContainTextAsync("Its status is: Accepted.");
    }

    [Test]
    public async Task The_page_follows_its_message()
    {
        var id = await host.SendAsync(connector: "slow", isAwaited: false);
        await using var window = await ConsoleWindow.SignedInAsync(host, options => options.Locale = "es-ES");
        await window.GoAsync($"/messages/{id}");
        await Assertions.Expect(window.Page.Locator(".facts .state")).ToHaveTextAsync("En cola");

        await host.ExecuteAsync($"UPDATE messages SET work = 0, status = 10, content = NULL WHERE id = '{id}'");

        await Assertions.Expect(window.Page.Locator(".facts .state")).ToHaveTextAsync("Entregado");
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync("Llegó al teléfono.");
        await window.AssertPresentableAsync("message-es");
    }

    private static ILocator CancelIn(ConsoleWindow window) =>
        window.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel message" });
}
