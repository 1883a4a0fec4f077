using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;
using TwilioSimulator;

namespace Connector.Console.Tests.Connectors;

/// <summary>Somebody who has never seen the console adds Twilio, with the simulator in Twilio's place.</summary>
internal sealed class TwilioFlowTests
{
    private const string Guide = "/connectors/add/twilio-sms";

    private TwilioSimulatorServer twilio = null!;
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        twilio = await TwilioSimulatorServer.StartAsync();
        host = await ConsoleHost.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await host.DisposeAsync();
        await twilio.DisposeAsync();
    }

    [Test]
    public async Task Wrong_credentials_end_in_what_to_do_about_them()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        var page = window.Page;
        await window.GoAsync(Guide);
        await FillAsync(page, token: "wrong");

        await SendAsync(page, "+1 415 555 2671");

        var outcome = page.Locator("[data-outcome=Refused]");
        await Assertions.Expect(outcome).ToContainTextAsync("20003");
        await Assertions.Expect(outcome).ToContainTextAsync("What to do: Copy the credentials");
        await window.AssertPresentableAsync("connectors-guide-refused");
    }

    [Test]
    public async Task A_lost_answer_is_shown_as_unknown()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync(Guide);
        await FillAsync(window.Page, twilio.Options.AuthToken);

        await SendAsync(window.Page, "+15005559017");

        var outcome = window.Page.Locator("[data-outcome=Unknown]");
        await Assertions.Expect(outcome).ToContainTextAsync("before sending again");
    }

    [Test]
    public async Task A_number_that_nobody_has_is_told_at_its_field_and_stays()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        var page = window.Page;
        await window.GoAsync(Guide);
        await FillAsync(page, twilio.Options.AuthToken);

        await SendAsync(page, "+34 1");

        await Assertions.Expect(page.Locator("#test-phone-fault")).ToContainTextAsync("telephone number");
        await Assertions.Expect(page.Locator("#test-phone")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator("#test-phone")).ToHaveValueAsync("+34 1");
        await Assertions.Expect(page.Locator("#test-phone-help")).ToContainTextAsync("Spain");
    }

    [Test]
    public async Task Invalid_settings_are_told_at_their_fields_before_anything_is_saved()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        var page = window.Page;
        await window.GoAsync(Guide);
        await page.GetByLabel("Account SID").FillAsync("nonsense");
        await page.Locator("#connector-name").FillAsync("sandbox");

        await page.Locator("#save").ClickAsync();

        await Assertions.Expect(page.GetByLabel("Account SID")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator("#connector-name-fault")).ToContainTextAsync("sandbox");
        await Assertions.Expect(page).ToHaveURLAsync($"{host.Address}connectors/add/twilio-sms");
        await window.AssertPresentableAsync("connectors-guide-invalid");
    }

    [Test]
    public async Task From_the_first_link_to_a_message_on_the_phone()
    {
        await using var window = await ConsoleWindow.OpenAsync(host);
        var page = window.Page;
        await page.GotoAsync(host.SignInLink);
        await window.WaitUntilLiveAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Connectors" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add connector" }).ClickAsync();
        await page.Locator("[data-plugin=twilio-sms] a").ClickAsync();
        await page.Locator("#connector-name").FillAsync("twilio");
        await FillAsync(page, twilio.Options.AuthToken);

        await SendAsync(page, "+1 415 555 2671");

        var outcome = page.Locator("[data-outcome=Accepted]");
        await Assertions.Expect(outcome).ToContainTextAsync("000000");
        await Assertions.Expect(outcome).ToContainTextAsync(twilio.Messages[^1].Sid);
        await Assertions.Expect(outcome).ToContainTextAsync("GSM-7");
        await window.AssertPresentableAsync("connectors-guide-accepted");

        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{host.Address}connectors/twilio");
        await Assertions.Expect(page.GetByText("twilio is saved")).ToBeVisibleAsync();
        await page.Locator("#check-credentials").ClickAsync();
        await Assertions.Expect(page.GetByText("The provider accepts them")).ToBeVisibleAsync();

        await ConsoleApi.SendAsync(host, "+14155552672", "twilio");
        await Limited.UntilAsync(() => twilio.Messages.Any(
            message => message.Body.Contains("246810", StringComparison.Ordinal) && message.Status == "delivered"));
        await window.AssertPresentableAsync("connector");
    }

    [Test]
    public async Task Changed_settings_are_tested_with_the_stored_secret_before_they_are_saved()
    {
        await ConsoleApi.CreateAsync(host, "edited", "twilio-sms", new
        {
            accountSID = twilio.Options.AccountSid,
            authToken = twilio.Options.AuthToken,
            fromMessagingServiceSID = twilio.Options.MessagingServiceSids[0],
            apiBaseUrl = twilio.BaseAddress.ToString().TrimEnd('/'),
            templates = ((string[])["Register", "SignIn", "ForgotPassword", "Generic"]).Select(
                usageType => new { usageType, content = "Old text {{code}}" }),
        });
        await using var window = await ConsoleWindow.SignedInAsync(host);
        var page = window.Page;
        await window.GoAsync("/connectors/edited");
        await page.GetByLabel("Text", new() { Exact = true }).Last.FillAsync("New text {{code}}");
        await page.GetByLabel("Text", new() { Exact = true }).Last.BlurAsync();

        await SendAsync(page, "+14155552673");

        await Assertions.Expect(page.Locator("[data-outcome=Accepted] .bubble")).ToHaveTextAsync("New text 000000");
        Assert.That((await ConsoleApi.ReadAsync(host, "edited")).ToJsonString(), Does.Not.Contain("New text"));
    }

    private static async Task SendAsync(IPage page, string phone)
    {
        await page.Locator("#test-phone").FillAsync(phone);
        await page.Locator("#test-send").ClickAsync();
    }

    private async Task FillAsync(IPage page, string token)
    {
        await page.GetByLabel("Account SID").FillAsync(twilio.Options.AccountSid);
        await page.GetByLabel("Auth token", new() { Exact = true }).FillAsync(token);
        await page.GetByLabel("Messaging service SID").FillAsync(twilio.Options.MessagingServiceSids[0]);
        await page.GetByText("More settings").ClickAsync();
        await page.GetByLabel("API address").FillAsync(twilio.BaseAddress.ToString().TrimEnd('/'));
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the missing texts" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Text", new() { Exact = true })).ToHaveCountAsync(4);
    }
}
