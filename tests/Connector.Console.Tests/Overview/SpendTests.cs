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
