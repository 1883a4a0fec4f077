using Connector.Console.Tests.Hosting;
using Connector.Console.Tests.Messages;
using Microsoft.Playwright;
using TwilioSimulator;

namespace Connector.Console.Tests.Overview;

internal sealed class SpendTests
{
    private TwilioSimulatorServer twilio = null!;

    [SetUp]
    public async Task StartAsync() => twilio = await TwilioSimulatorServer.StartAsync();

    [TearDown]
    public async Task StopAsync() => await twilio.DisposeAsync();

    [Test]
    public async Task Where_no_connector_reports_it_there_is_nothing_about_spend()
    {
        await using var host = await ConsoleHost.StartAsync();
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync("/");

        await Assertions.Expect(window.Page.Locator(".totals")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("#spend")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task What_was_spent_is_shown_and_who_does_not_tell_is_named_with_what_to_do()
    {
        await using var host = await ConsoleHost.StartAsync(new
        {
            Connectors = new { twilio = Twilio(twilio.Options.AuthToken), locked = Twilio("wrong") },
        });
        await host.SendAsync("+15005550006", "twilio");
        await Limited.UntilAsync(() => twilio.Messages.Any(message => message.Price is not null));
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync("/");

        var spent = window.Page.Locator("[data-spend=twilio]");
        await Assertions.Expect(spent.Locator(".price")).ToHaveTextAsync("USD 0.0079");
        await Assertions.Expect(spent).ToContainTextAsync("-01");
        await Assertions.Expect(window.Page.Locator("[data-spend=locked]"))
            .ToContainTextAsync("Check the connector's credentials");
        await Assertions.Expect(window.Page.Locator(".totals dt")).Not.ToHaveCountAsync(0);
        await window.AssertPresentableAsync("overview-spend");
        await spent.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".facts [data-spend=twilio]")).ToContainTextAsync("USD 0.0079");
        await window.AssertPresentableAsync("connector-spend");
    }

    [Test]
    public async Task What_providers_asked_for_is_shown_by_message_connector_and_country()
    {
        await using var host = await ConsoleHost.StartAsync(
            new { Connectors = new { sandbox = new { Plugin = "sandbox" } } });
        var id = await host.SendAsync("+34600000000");
        await host.ExecuteAsync("UPDATE messages SET price = 41500, currency = 'EUR'");
        await host.SendAsync("+14155550123");
        await host.ExecuteAsync("UPDATE messages SET price = 7900, currency = 'USD' WHERE price IS NULL");
        await using var window = await ConsoleWindow.SignedInAsync(host);

        await window.GoAsync("/");

        await Assertions.Expect(CostIn(window, "by-connector")).ToHaveTextAsync(["EUR 0.0415USD 0.0079"]);
        await Assertions.Expect(CostIn(window, "by-country")).ToHaveTextAsync(["EUR 0.0415", "USD 0.0079"]);
        await Assertions.Expect(window.Page.GetByText("those that tell it only later")).ToBeVisibleAsync();
        await window.AssertPresentableAsync("overview-cost");
        await window.GoAsync($"/messages/{id}");
        await Assertions.Expect(window.Page.Locator(".facts").First).ToContainTextAsync("EUR 0.0415");
    }

    [Test]
    public async Task Amounts_are_written_as_in_Spanish()
    {
        await using var host = await ConsoleHost.StartAsync(
            new { Connectors = new { twilio = Twilio(twilio.Options.AuthToken) } });
        await host.SendAsync("+15005550006", "twilio");
        await Limited.UntilAsync(() => twilio.Messages.Any(message => message.Price is not null));
        await using var window = await ConsoleWindow.SignedInAsync(host, options => options.Locale = "es-ES");

        await window.GoAsync("/");

        await Assertions.Expect(window.Page.Locator("[data-spend=twilio] .price")).ToHaveTextAsync("0,0079 USD");
        await window.AssertPresentableAsync("overview-spend-es");
    }

    private static ILocator CostIn(ConsoleWindow window, string table) =>
        window.Page.Locator($"[aria-labelledby={table}] td.price");

    private object Twilio(string token) => new
    {
        Plugin = "twilio-sms",
        Config = new
        {
            accountSID = twilio.Options.AccountSid,
            authToken = token,
            fromMessagingServiceSID = twilio.Options.MessagingServiceSids[0],
            apiBaseUrl = twilio.BaseAddress.ToString().TrimEnd('/'),
            templates = ((string[])["Register", "SignIn", "ForgotPassword", "Generic"]).Select(
                usageType => new { usageType, content = "Your code is {{code}}" }),
        },
    };
}
