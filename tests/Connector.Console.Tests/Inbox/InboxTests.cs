using System.Net.Http.Json;
using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Inbox;

internal sealed class InboxTests
{
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await ConsoleHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task A_number_that_is_none_is_refused_in_place_and_stays_typed()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/inbox");

        await window.Page.GetByLabel("To the number").FillAsync("twelve");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Send a code" }).ClickAsync();

        await Assertions.Expect(window.Page.Locator(".problem[data-code]")).ToContainTextAsync("/to");
        await Assertions.Expect(window.Page.GetByLabel("To the number")).ToHaveValueAsync("twelve");
    }

    [Test]
    public async Task A_code_sent_from_the_page_arrives_on_the_phone()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/inbox");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Send a code" }).ClickAsync();

        var told = window.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "on its way" });
        var status = await told.TextContentAsync();
        var code = string.Concat(status!.Where(char.IsAsciiDigit));
        await Assertions.Expect(window.Page.Locator(".code", new() { HasText = code })).ToBeVisibleAsync();
        await window.AssertPresentableAsync("inbox");
    }

    [Test]
    public async Task A_code_sent_by_an_application_arrives_while_somebody_looks()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/inbox");

        await SendAsync(host, "482193");

        await Assertions.Expect(window.Page.Locator(".bubble", new() { HasText = "482193 es tu" })).ToBeVisibleAsync();
    }

    // On a host of its own: the others' inbox is in the README's picture.
    [Test]
    public async Task Markup_in_a_code_is_shown_as_text()
    {
        await using var another = await ConsoleHost.StartAsync();
        await using var window = await ConsoleWindow.SignedInAsync(another);
        await window.GoAsync("/inbox");

        await SendAsync(another, "<b>77</b>");

        var bubble = window.Page.Locator(".bubble", new() { HasText = "<b>77</b>" });
        await Assertions.Expect(bubble).ToBeVisibleAsync();
        await Assertions.Expect(bubble.Locator("b")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task It_speaks_Spanish()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host, options => options.Locale = "es-ES");
        await window.GoAsync("/inbox");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Bandeja de pruebas");
    }

    private static async Task SendAsync(ConsoleHost host, string code)
    {
        using var answer = await host.Client.PostAsJsonAsync("/api/v1/messages", new
        {
            to = "+14155550177",
            usageType = "Register",
            payload = new { code, locale = "es" },
            connector = "sandbox",
        });
        Assert.That(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
