namespace Connector.Measurements.Consoles;

/// <summary>Pages of the console that stay open in a browser.</summary>
internal sealed class OpenConsoles : IAsyncDisposable
{
    // What people leave open, and what changes most while messages pass.
    private static readonly string[] Pages = ["/", "/messages"];

    private readonly ConsoleBrowser browser;

    private OpenConsoles(ConsoleBrowser browser) => this.browser = browser;

    /// <summary>Opens so many pages and waits until all of them are live.</summary>
    public static async Task<OpenConsoles> OpenAsync(Uri host, int count)
    {
        var started = await ConsoleBrowser.StartAsync();
        var context = await started.OpenAsync(host);
        var first = await context.NewPageAsync();
        await first.GotoAsync(ConsoleBrowser.SignInPage);
        await ConsoleBrowser.SignInAsync(first);
        for (var number = 1; number < count; number++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(Pages[number % Pages.Length]);
            await ConsoleBrowser.WaitUntilLiveAsync(page);
        }

        return new OpenConsoles(started);
    }

    public ValueTask DisposeAsync() => browser.DisposeAsync();
}
