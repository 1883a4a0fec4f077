using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.SignIn;

internal sealed class SignInTests
{
    private ConsoleHost host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => host = await ConsoleHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await host.DisposeAsync();

    [Test]
    public async Task Who_is_not_signed_in_sees_only_the_sign_in_page()
    {
        await using var window = await ConsoleWindow.OpenAsync(host);

        await window.Page.GotoAsync("/?from=elsewhere");

        Assert.That(window.Page.Url, Does.Contain("/sign-in?returnTo=%2F%3Ffrom"));
        await window.AssertPresentableAsync("sign-in");
    }

    [Test]
    public async Task A_wrong_key_is_refused_with_the_fix_and_the_address_is_kept()
    {
        await using var window = await ConsoleWindow.OpenAsync(host);
        await window.Page.GotoAsync("/sign-in?returnTo=%2Fplugins");

        await window.Page.Locator("#key").FillAsync("cpk_wrong");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("no key of this host");
        Assert.That(window.Page.Url, Does.Contain("returnTo=%2Fplugins"));
    }

    [Test]
    public async Task The_first_link_signs_in_once()
    {
        await using var window = await ConsoleWindow.OpenAsync(host);
        await window.Page.GotoAsync(host.SignInLink);
        await window.WaitUntilLiveAsync();
        await window.AssertPresentableAsync("overview");

        await using var other = await ConsoleWindow.OpenAsync(host);
        await other.Page.GotoAsync(host.SignInLink);

        await Assertions.Expect(other.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("has been used");
    }

    [Test]
    public async Task Signing_out_in_one_tab_closes_the_others()
    {
        await using var window = await ConsoleWindow.SignedInAsync(host);
        var other = await window.Page.Context.NewPageAsync();
        await other.GotoAsync("/");
        await other.Locator("[data-live=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await other.WaitForURLAsync("**/sign-in");
        await window.Page.GotoAsync("/");
        Assert.That(window.Page.Url, Does.Contain("/sign-in"));
    }

    [Test]
    public async Task An_address_that_leads_nowhere_is_a_page_that_says_so()
    {
        await using var window = await ConsoleWindow.OpenAsync(host);

        var answer = await window.Page.GotoAsync("/nowhere/<b>at-all");

        Assert.That(answer!.Status, Is.EqualTo(404));
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading))
            .ToHaveTextAsync("There is nothing at this address");
    }
}
