using Connector.Measurements.Load;
using Microsoft.Playwright;

namespace Connector.Measurements.Consoles;

/// <summary>A browser for the console, on this machine.</summary>
internal sealed class ConsoleBrowser : IAsyncDisposable
{
    public const string SignInPage = "/sign-in";

    private const string Program = "/usr/bin/chromium";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private ConsoleBrowser(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static bool IsInstalled => File.Exists(Program);

    /// <summary>What a measurement tells that can't be made.</summary>
    public static IReadOnlyList<Reporting.Figure> Missing { get; } = [new("the console", "Chromium is missing")];

    public static async Task<ConsoleBrowser> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        var started = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        });
        return new ConsoleBrowser(driver, started);
    }

    /// <summary>Signs in on the page for it, and waits until the first page behind it answers to clicks.</summary>
    public static async Task SignInAsync(IPage page)
    {
        await page.Locator("#key").FillAsync(HostUnderLoad.Key);
        await page.Locator("button[type=submit]").ClickAsync();
        await WaitUntilLiveAsync(page);
    }

    public static Task WaitUntilLiveAsync(IPage page) => page.Locator("[data-live=true]").WaitForAsync(
        new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    /// <summary>A window that has nothing in its cache.</summary>
    public Task<IBrowserContext> OpenAsync(Uri host) =>
        browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = host.AbsoluteUri });

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
