using Microsoft.AspNetCore.Components;

namespace Connector.Host.WebConsole;

/// <summary>A part of a page, or the page itself, whose work ends when somebody leaves it.</summary>
public abstract class PagePart : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource left = new();

    /// <summary>Prepares a part that nobody has left.</summary>
    protected PagePart() => Left = left.Token;

    /// <summary>The clock.</summary>
    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    /// <summary>Fires when somebody has left; good for asking ever after.</summary>
    protected CancellationToken Left { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the work.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing)
    {
        left.Cancel();
        left.Dispose();
    }

    /// <summary>Does something again and again until somebody leaves, the first time after one pause.</summary>
    /// <param name="pace">The pause.</param>
    /// <param name="action">What is done, on the page's own thread.</param>
    protected void Repeat(TimeSpan pace, Action action) => Repeat(pace, () =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <inheritdoc cref="Repeat(TimeSpan, Action)"/>
    protected void Repeat(TimeSpan pace, Func<Task> action) => _ = RepeatAsync(pace, action);

    private async Task RepeatAsync(TimeSpan pace, Func<Task> action)
    {
        using var timer = new PeriodicTimer(pace, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(Left))
            {
                await InvokeAsync(action);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The page has been left.
        }
    }
}
