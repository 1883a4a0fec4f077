using System.Text.RegularExpressions;
using Connector.Console.Tests.Hosting;
using Connector.Console.Tests.Messages;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Connectors;

/// <summary>The connection, the host or its storage fails while somebody works on a page.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ConnectionTests
{
    private ConsoleHost host = null!;
    private ConsoleWindow window = null!;

    private IPage Page => window.Page;

    private ILocator Notice => Page.Locator("#components-reconnect-modal");

    [SetUp]
    public async Task StartAsync()
    {
        host = await ConsoleHost.StartAsync();
        window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/connectors/add/twilio-sms");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await window.DisposeAsync();
        await host.DisposeAsync();
    }

    [Test]
    public async Task A_host_that_dies_and_comes_back_finds_all_that_was_typed_even_meanwhile()
    {
        await TypeAsync("half a wo");
        await host.KillAsync();
        await Assertions.Expect(Notice).ToContainTextAsync("connection");
        await Page.Locator("#connector-name").FillAsync("typed-while-away");
        await Page.GetByLabel("Sender").FocusAsync();
        await window.PictureAsync("connection-lost");

        await host.StartAgainAsync();
        await ComeBackAsync();

        await AssertThereAsync("half a wo");
        await Assertions.Expect(Page.Locator("#connector-name")).ToHaveValueAsync("typed-while-away");
    }

    [Test]
    public async Task A_connection_that_breaks_for_a_while_loses_nothing_that_is_typed_meanwhile()
    {
        IWebSocketRoute? connection = null;
        var mayReturn = new TaskCompletionSource();
        await Page.RouteWebSocketAsync(address => address.Contains("/_blazor", StringComparison.Ordinal), route =>
        {
            connection = route;
            route.ConnectToServer();
        });
        await window.GoAsync("/connectors/add/twilio-sms");
        await Page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await mayReturn.Task;
            await route.ContinueAsync();
        });

        await Assertions.Expect(Page.GetByLabel("Account SID")).ToBeVisibleAsync();
        await connection!.CloseAsync();
        await Assertions.Expect(Notice).ToBeVisibleAsync();
        await Page.GetByLabel("Auth token", new() { Exact = true }).FillAsync("typed-meanwhile");
        await Page.GetByLabel("Account SID").FillAsync("AC-meanwhile");
        await Page.GetByLabel("Sender").FocusAsync();
        mayReturn.SetResult();
        await Assertions.Expect(Notice).ToBeHiddenAsync();

        // What the host knows is what it shows anew.
        await Page.GetByRole(AriaRole.Button, new() { Name = "JSON" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Form", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByLabel("Account SID")).ToHaveValueAsync("AC-meanwhile");
        await Assertions.Expect(Page.GetByLabel("Auth token", new() { Exact = true }))
            .ToHaveValueAsync("typed-meanwhile");
    }

    [Test]
    public async Task Signing_out_in_another_tab_keeps_even_the_word_that_is_being_typed()
    {
        await TypeAsync("half a wo");
        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync("/plugins");
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Assertions.Expect(Page.Locator("#key")).ToBeVisibleAsync();
        await Page.Locator("#key").FillAsync(host.Key);
        await Page.Locator(".sign-in button[type=submit]").ClickAsync();
        await window.WaitUntilLiveAsync();
        await window.GoAsync("/connectors/add/twilio-sms");

        await AssertThereAsync("half a wo");
    }

    [Test]
    public async Task Secrets_never_lie_open_in_the_browser()
    {
        await Page.GetByLabel("Auth token", new() { Exact = true }).FillAsync("half-typed-secret");
        await Page.EvaluateAsync("dispatchEvent(new Event('pagehide'))");

        Assert.That(
            await Page.EvaluateAsync<string>("JSON.stringify({ ...sessionStorage })"),
            Does.Not.Contain("half-typed-secret"));
    }

    [Test]
    public async Task Storage_that_fails_while_saving_is_said_in_place_and_saving_works_when_it_is_back()
    {
        await window.GoAsync("/connectors/add/sandbox");
        await Page.Locator("#connector-name").FillAsync("patient");
        await host.ExecuteAsync("ALTER TABLE connectors RENAME TO connectors_away");

        await Page.Locator("#save").ClickAsync();

        var problem = Page.Locator(".finish [role=alert]");
        await Assertions.Expect(problem).ToContainTextAsync("storage");
        await window.AssertPresentableAsync("connectors-guide-storage-trouble");
        await Assertions.Expect(Page.Locator("#connector-name")).ToHaveValueAsync("patient");

        await host.ExecuteAsync("ALTER TABLE connectors_away RENAME TO connectors");
        await Page.Locator("#save").ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync($"{host.Address}connectors/patient");
    }

    [Test]
    public async Task While_a_page_loads_slowly_it_shows_where_its_content_will_be()
    {
        var mayLoad = new TaskCompletionSource();
        await Page.RouteAsync("**/_framework/blazor.web*.js", async route =>
        {
            await mayLoad.Task;
            await route.ContinueAsync();
        });
        foreach (var path in (string[])["/", "/messages", "/connectors/add/twilio-sms"])
        {
            await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
            await Assertions.Expect(Page.Locator("main .skeleton").First).ToBeVisibleAsync();
        }

        await window.PictureAsync("guide-loading");
        mayLoad.SetResult();

        await window.WaitUntilLiveAsync();
        await Assertions.Expect(Page.Locator("main .skeleton")).ToHaveCountAsync(0);
        await window.AssertAccessibleAsync();
    }

    [Test]
    public async Task A_test_that_takes_long_says_so_and_is_sent_once_however_often_one_presses()
    {
        await window.GoAsync("/connectors/sandbox");
        await Page.Locator("#test-phone").FillAsync("+19075550120");
        var send = Page.Locator("#test-send");

        await send.ClickAsync();
        await Assertions.Expect(send).ToHaveTextAsync("Sending…");
        await Assertions.Expect(send).ToHaveAttributeAsync("aria-disabled", "true");
        await send.ClickAsync(new() { Force = true });
        await window.AssertAccessibleAsync();

        await Assertions.Expect(Page.Locator("[data-outcome=Accepted]")).ToBeVisibleAsync();
        await Assertions.Expect(send).ToHaveAttributeAsync("aria-disabled", "false");
        var inbox = await host.Client.GetStringAsync("/api/v1/connectors/sandbox/inbox");
        Assert.That(inbox.Split("\"sbx_"), Has.Length.EqualTo(2), inbox);
    }

    private async Task TypeAsync(string unfinished)
    {
        await FillAsync(Page.GetByLabel("Account SID"), "AC-unchecked");
        await FillAsync(Page.GetByLabel("Auth token", new() { Exact = true }), "typed-secret");
        await FillAsync(Page.GetByLabel("Messaging service SID"), "MG-unchecked");
        await Page.GetByLabel("Sender").PressSequentiallyAsync(unfinished);
    }

    // Each draft is sealed anew.
    private async Task FillAsync(ILocator field, string text)
    {
        var before = await Page.EvaluateAsync<string?>("sessionStorage.getItem('guide:twilio-sms')");
        await field.FillAsync(text);
        await field.BlurAsync();
        await Page.WaitForFunctionAsync("before => sessionStorage.getItem('guide:twilio-sms') !== before", before);
    }

    private async Task AssertThereAsync(string unfinished)
    {
        await Assertions.Expect(Page.Locator(".notice.draft")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByLabel("Account SID")).ToHaveValueAsync("AC-unchecked");
        await Assertions.Expect(Page.GetByLabel("Auth token", new() { Exact = true })).ToHaveValueAsync("typed-secret");
        await Assertions.Expect(Page.GetByLabel("Messaging service SID")).ToHaveValueAsync("MG-unchecked");
        await Assertions.Expect(Page.GetByLabel("Sender")).ToHaveValueAsync(unfinished);

        // The host knows it as well, and shows it in the other view.
        await Page.GetByText("JSON", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(Page.Locator("#configuration-json")).ToHaveValueAsync(
            new Regex(unfinished, RegexOptions.None, matchTimeout: TimeSpan.FromSeconds(1)));
    }

    // The browser begins anew by itself or offers it.
    private async Task ComeBackAsync()
    {
        var reload = Notice.GetByRole(AriaRole.Link);
        var draft = Page.Locator(".notice.draft");
        await Assertions.Expect(reload.Or(draft).First).ToBeVisibleAsync();
        if (await reload.IsVisibleAsync())
        {
            await reload.ClickAsync();
        }

        await Assertions.Expect(draft).ToBeVisibleAsync();
    }
}
