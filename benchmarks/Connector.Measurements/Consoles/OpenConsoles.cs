using Connector.Measurements.Load;
using Microsoft.Playwright;

namespace Connector.Measurements.Consoles;

/// <summary>Pages of the console that stay open in a browser.</summary>
internal sealed class OpenConsoles : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    // What people leave open, and what changes most while messages pass.
    private static readonly string[] Pages = ["/", "/messages"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private OpenConsoles(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static bool CanOpen => File.Exists(Program);

    /// <summary>Opens so many pages and waits until all of them are live.</summary>
    public static async Task<OpenConsoles> OpenAsync(Uri host, int count)
    {
        var driver = await Playwright.CreateAsync();
        var opened = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
        var context = await opened.NewContextAsync(new BrowserNewContextOptions { BaseURL = host.AbsoluteUri });
        var first = await context.NewPageAsync();
        await first.GotoAsync("/sign-in");
        await first.Locator("#key").FillAsync(HostUnderLoad.Key);
        await first.Locator("button[type=submit]").ClickAsync();
        await WaitUntilLiveAsync(first);
        for (var number = 1; number < count; number++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(Pages[number % Pages.Length]);
            await WaitUntilLiveAsync(page);
        }

        return new OpenConsoles(driver, opened);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }

    private static Task WaitUntilLiveAsync(IPage page) => page.Locator("[data-live=true]").WaitForAsync(
        new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
}
