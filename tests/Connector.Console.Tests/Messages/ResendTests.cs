using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Messages;

internal sealed class ResendTests
{
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await ConsoleHost.StartAsync(new
    {
        Delivery = new { KeepFailedContent = true },
        Connectors = new { sandbox = new { Plugin = "sandbox" }, other = new { Plugin = "sandbox", Priority = 1 } },
    });

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task A_message_that_arrived_can_not_be_sent_again()
    {
        var id = await host.SendAsync();
        await host.ExecuteAsync($"UPDATE messages SET status = 10 WHERE id = '{id}'");
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync($"/messages/{id}");

        await Assertions.Expect(window.Page.GetByText("No: it has arrived.")).ToBeVisibleAsync();
        await Assertions.Expect(ButtonIn(window)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task What_somebody_else_has_sent_again_meanwhile_is_refused_in_place()
    {
        var id = await host.SendAsync("+19075550101");
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync($"/messages/{id}");
        await Assertions.Expect(ButtonIn(window)).ToBeVisibleAsync();

        using var response = await host.Client.PostAsync(
            new Uri($"/api/v1/messages/{id}/resend", UriKind.Relative), content: null);

        response.EnsureSuccessStatusCode();
        await Assertions.Expect(window.Page.GetByText("or are those of the message that was sent in its place"))
            .ToBeVisibleAsync();
        await Assertions.Expect(ButtonIn(window)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_refused_message_is_sent_again_through_another_connector_and_followed_there()
    {
        var id = await host.SendAsync("+19075550101");
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync($"/messages/{id}");
        await Assertions.Expect(ButtonIn(window)).ToBeVisibleAsync();
        await window.AssertPresentableAsync("message-resend");

        await window.Page.GetByLabel("Connector").SelectOptionAsync("other");
        await ButtonIn(window).ClickAsync();

        await Assertions.Expect(window.Page.GetByText("It is sent again, as a new message.")).ToBeVisibleAsync();
        await window.AssertPresentableAsync("message-resent");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Follow the new message" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".facts").First).Not.ToContainTextAsync(id);
        await Assertions.Expect(window.Page.Locator(".timeline")).ToContainTextAsync("other tried: refused");
    }

    [Test]
    public async Task One_that_may_arrive_twice_is_sent_again_once_that_is_confirmed()
    {
        var id = await host.SendAsync("+19075550101");
        await host.ExecuteAsync($"UPDATE messages SET status = 2 WHERE id = '{id}'");
        await using var window = await ConsoleWindow.SignedInAsync(host, options => options.Locale = "es-ES");
        await window.GoAsync($"/messages/{id}");
        var again = window.Page.GetByRole(AriaRole.Button, new() { Name = "Volver a enviar" });

        await again.ClickAsync();
        var dialog = window.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("dos veces");
        await window.AssertPresentableAsync("message-resend-es");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "No enviar" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await again.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Volver a enviar" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByText("Se vuelve a enviar, como un mensaje nuevo.")).ToBeVisibleAsync();
    }

    private static ILocator ButtonIn(ConsoleWindow window) =>
        window.Page.GetByRole(AriaRole.Button, new() { Name = "Send again" });
}
