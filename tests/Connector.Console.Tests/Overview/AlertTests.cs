using System.Net.Http.Json;
using System.Text.Json;
using Connector.Console.Tests.Connectors;
using Connector.Console.Tests.Hosting;
using Connector.Console.Tests.Messages;
using Microsoft.Playwright;
using TwilioSimulator;
using TwilioSimulator.Faults;

namespace Connector.Console.Tests.Overview;

/// <summary>What goes wrong with messages is said on the first page, with the way to where it is mended.</summary>
internal sealed class AlertTests
{
    private TwilioSimulatorServer twilio = null!;
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        twilio = await TwilioSimulatorServer.StartAsync();
        host = await ConsoleHost.StartAsync(new { Delivery = new { Concurrency = 1 } });
        await PluginFolder.InstallAsync(host, "ChaosConnector", "chaos-connector");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await host.DisposeAsync();
        await twilio.DisposeAsync();
    }

    [Test]
    public async Task A_provider_that_is_down_pauses_its_connector_and_the_alert_leads_there()
    {
        await CreateTwilioAsync("paused");
        twilio.Faults.Next(FaultKind.Unavailable, count: 1000);
        await SendAsync("paused", 6);
        await using var window = await ConsoleWindow.SignedInAsync(host);

        var alert = await ExpectAsync(
            window, "Connector paused is paused", "finds out whether it works", "last messages");
        await window.AssertPresentableAsync("overview-alerts-breaker");

        await alert.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync($"{host.Address}connectors/paused");
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync("Paused");
        twilio.Faults.Clear();
    }

    [Test]
    public async Task Refused_credentials_are_said_for_their_connector()
    {
        await CreateTwilioAsync("strangers", token: "wrong");
        await host.SendAsync("+14155550123", "strangers");
        await using var window = await ConsoleWindow.SignedInAsync(host);

        var alert = await ExpectAsync(
            window, "The provider refuses the credentials of strangers", "in the last hour", "Enter them again");

        await Assertions.Expect(alert.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/connectors/strangers");
    }

    [Test]
    public async Task A_plugin_that_fails_all_the_time_is_quarantined_until_somebody_releases_it()
    {
        await ConsoleApi.CreateAsync(host, "wild", "chaos-connector", new { fault = "throws" });
        await QuarantineAsync("wild");
        await using var window = await ConsoleWindow.SignedInAsync(host);

        var alert = await ExpectAsync(
            window,
            "Plugin chaos-connector is quarantined",
            "10 of its calls in a row",
            "end the quarantine on the plugins page");
        await window.AssertPresentableAsync("overview-alerts-quarantine");

        await alert.GetByRole(AriaRole.Link).ClickAsync();
        var card = window.Page.Locator("[data-plugin=chaos-connector]");
        await Assertions.Expect(card).ToContainTextAsync("Quarantined");
        await window.AssertPresentableAsync("plugins-quarantined");
        await card.GetByRole(AriaRole.Button, new() { Name = "End quarantine" }).ClickAsync();
        await Assertions.Expect(card).Not.ToContainTextAsync("Quarantined");
        await Assertions.Expect(card.GetByRole(AriaRole.Button, new() { Name = "End quarantine" })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Messages_that_wait_too_long_are_said_with_their_number_and_lead_to_the_list()
    {
        await ConsoleApi.CreateAsync(host, "crowded", "sandbox", new
        {
            numbers = new[] { new { phone = "+19075550177", behaviour = "slow", delay = "00:00:59" } },
        });
        await SendAsync("crowded", 4, to: "+19075550177");
        await host.ExecuteAsync(
            "UPDATE messages SET due_at = due_at - 120000 WHERE connector = 'crowded' AND owner = 0");
        await using var window = await ConsoleWindow.SignedInAsync(host);

        var alert = await ExpectAsync(window, "Messages wait too long", "could have been sent", "raise its rate");

        await alert.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync($"{host.Address}messages?status=queued");
        var rows = window.Page.Locator(".message-row").Filter(new() { HasText = "crowded" });
        await Assertions.Expect(rows.First).ToBeVisibleAsync();
    }

    private static async Task<ILocator> ExpectAsync(ConsoleWindow window, string title, string cause, string fix)
    {
        await window.GoAsync("/");
        var alert = window.Page.Locator(".alerts > li").Filter(new() { HasText = title });
        await Assertions.Expect(alert).ToContainTextAsync(cause);
        await Assertions.Expect(alert).ToContainTextAsync("What to do:");
        await Assertions.Expect(alert).ToContainTextAsync(fix);
        return alert;
    }

    private Task CreateTwilioAsync(string name, string? token = null) =>
        ConsoleApi.CreateAsync(host, name, "twilio-sms", new
        {
            accountSID = twilio.Options.AccountSid,
            authToken = token ?? twilio.Options.AuthToken,
            fromMessagingServiceSID = twilio.Options.MessagingServiceSids[0],
            apiBaseUrl = twilio.BaseAddress.ToString().TrimEnd('/'),
            templates = ((string[])["Register", "SignIn", "ForgotPassword", "Generic"]).Select(
                usageType => new { usageType, content = "{{code}}" }),
        });

    private async Task SendAsync(string connector, int count, string to = "+14155550123")
    {
        for (var message = 0; message < count; message++)
        {
            await host.SendAsync(to, connector, isAwaited: false);
        }
    }

    // What a test sends is a call of the plugin like any other.
    private async Task QuarantineAsync(string connector)
    {
        for (var send = 0; send < 10; send++)
        {
            using var response = await host.Client.PostAsJsonAsync(
                new Uri($"/api/v1/connectors/{connector}/test", UriKind.Relative), new { phone = "+14155550123" });
        }

        var plugin = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/plugins/chaos-connector");
        Assert.That(plugin.GetProperty("state").GetString(), Is.EqualTo("quarantined"));
    }
}
