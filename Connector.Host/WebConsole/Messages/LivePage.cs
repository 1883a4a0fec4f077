using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Connector.Host.WebConsole;

/// <summary>A page that reads anew from time to time, as long as somebody looks at it.</summary>
public abstract class LivePage : PagePart
{
    /// <summary>The browser.</summary>
    [Inject]
    protected IJSRuntime Browser { get; set; } = null!;

    /// <summary>How long it waits between two readings.</summary>
    /// <value>Two seconds.</value>
    protected virtual TimeSpan Pause => TimeSpan.FromSeconds(2);

    /// <summary>The list whose beginning must be in view; <see langword="null"/> for a page without one.</summary>
    protected virtual string? ListId => null;

    /// <summary>Whether the page reads anew by itself right now.</summary>
    protected bool IsLive { get; private set; } = true;

    /// <summary>Prepares what needs the browser, once.</summary>
    protected virtual Task BeginAsync() => Task.CompletedTask;

    /// <summary>Reads.</summary>
    protected abstract Task RefreshAsync();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            await BeginAsync();
            await WatchAsync();
        }
        catch (Exception gone)
            when (gone is OperationCanceledException or ObjectDisposedException or JSDisconnectedException)
        {
            // The page has gone.
        }
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Pause, Time);
        do
        {
            IsLive = await IsWatchedAsync();
            if (IsLive)
            {
                await RefreshAsync();
            }

            StateHasChanged();
            timer.Period = Pause;
        }
        while (await timer.WaitForNextTickAsync(Left));
    }

    private async Task<bool> IsWatchedAsync()
    {
        try
        {
            return await Browser.InvokeAsync<bool>("consoleHost.isWatched", Left, ListId);
        }
        catch (JSDisconnectedException)
        {
            // The browser may come back.
            return false;
        }
    }
}
