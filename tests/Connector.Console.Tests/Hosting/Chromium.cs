using Microsoft.Playwright;

namespace Connector.Console.Tests.Hosting;

/// <summary>The browser that all tests share; each opens a window of its own.</summary>
internal static class Chromium
{
    private const string Path = "/usr/bin/chromium";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Lazy<Task<IBrowser>> Shared = new(StartAsync);

    /// <summary>A window that knows nothing of the others. Where Chromium is missing, the test is ignored.</summary>
    public static async Task<IBrowserContext> OpenAsync(Action<BrowserNewContextOptions>? configure = null)
    {
        Require();
        var options = new BrowserNewContextOptions
        {
            Locale = "en-US",
            TimezoneId = "UTC",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        };
        configure?.Invoke(options);
        var browser = await Shared.Value;
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        return context;
    }

    public static async Task CloseAsync()
    {
        if (Shared.IsValueCreated)
        {
            await (await Shared.Value).CloseAsync();
        }
    }

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    private static void Require()
    {
        if (File.Exists(Path))
        {
            return;
        }

        const string missing = $"Chromium is missing: there is no {Path}. Debian's package is chromium.";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(missing);
        }

        Assert.Ignore(missing);
    }
}
