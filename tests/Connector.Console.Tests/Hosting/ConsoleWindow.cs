using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Hosting;

/// <summary>A browser window on the console of a host.</summary>
internal sealed class ConsoleWindow : IAsyncDisposable
{
    private const int Height = 900;

    private static readonly int[] Widths = [1280, 768, 360];

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];
    private readonly ConsoleHost? host;

    private ConsoleWindow(IBrowserContext context, IPage page, ConsoleHost? host)
    {
        this.context = context;
        Page = page;
        this.host = host;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add($"{message.Text} {message.Location}");
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    public ConsoleHost Host => host ?? throw new InvalidOperationException("The window shows no host's pages.");

    /// <summary>Errors that the browser has reported, such as of a script or of the content policy.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Opens a window that is not signed in.</summary>
    public static Task<ConsoleWindow> OpenAsync(
        ConsoleHost host, Action<BrowserNewContextOptions>? configure = null) =>
        OpenAsync(host.Address, host, configure);

    /// <summary>Opens a window on pages that only a test has.</summary>
    public static Task<ConsoleWindow> OpenAsync(Uri address) => OpenAsync(address, host: null, configure: null);

    /// <summary>Opens a window and signs in.</summary>
    /// <param name="host">Where.</param>
    /// <param name="configure">Changes the browser.</param>
    /// <param name="key">With which key; <see langword="null"/> for the host's first.</param>
    public static async Task<ConsoleWindow> SignedInAsync(
        ConsoleHost host, Action<BrowserNewContextOptions>? configure = null, string? key = null)
    {
        var window = await OpenAsync(host, configure);
        await window.Page.GotoAsync("/sign-in");
        await window.Page.Locator("#key").FillAsync(key ?? host.Key);
        await window.Page.Locator(".sign-in button[type=submit]").ClickAsync();
        await window.WaitUntilLiveAsync();
        return window;
    }

    /// <summary>Goes to a page of the console, and waits until it answers to clicks.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await WaitUntilLiveAsync();
    }

    /// <summary>Waits until the page is connected; before, clicks do nothing.</summary>
    public async Task WaitUntilLiveAsync() =>
        await Page.Locator("[data-live=true]").WaitForAsync(
            new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    /// <summary>Fails when axe finds anything at all, or the browser has complained.</summary>
    public async Task AssertAccessibleAsync()
    {
        var result = await Page.RunAxe();
        Assert.That(
            result.Violations.Select(Describe), Is.Empty, $"axe finds nothing on {Page.Url}");
        Assert.That(complaints, Is.Empty, "the browser complains of nothing");
    }

    /// <summary>
    /// Fails unless the page is accessible and fits, in both themes and on screens of three widths; keeps its pictures.
    /// </summary>
    public async Task AssertPresentableAsync(string name)
    {
        foreach (var theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
            foreach (var width in Widths)
            {
                await Page.SetViewportSizeAsync(width, Height);
                await PictureAsync($"{name}-{theme}-{width}".ToLowerInvariant());
                await AssertFitsAsync(width);
                await AssertAccessibleAsync();
            }
        }
    }

    /// <summary>Keeps a picture of the page beside the tests, for people to look at.</summary>
    public async Task PictureAsync(string name)
    {
        await Page.EvaluateAsync("scrollTo(0, 0)");
        await Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Artifacts.Folder, $"{name}.png"),
            FullPage = true,
        });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static async Task<ConsoleWindow> OpenAsync(
        Uri address, ConsoleHost? host, Action<BrowserNewContextOptions>? configure)
    {
        var opened = await Chromium.OpenAsync(options =>
        {
            options.BaseURL = address.ToString();
            configure?.Invoke(options);
        });
        return new ConsoleWindow(opened, await opened.NewPageAsync(), host);
    }

    private async Task AssertFitsAsync(int width)
    {
        var needed = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.That(needed, Is.LessThanOrEqualTo(width), $"{Page.Url} fits a screen {width} pixels wide");
    }

    private static string Describe(AxeResultItem item) =>
        $"{item.Id}: {item.Help} {string.Join(" | ", item.Nodes.Select(node => node.Html))}";
}
