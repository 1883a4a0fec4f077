namespace Connector.Host.WebConsole;

/// <summary>Does something once nothing has happened for a while. For the use of one page.</summary>
internal sealed class Debounce(TimeSpan quiet, TimeProvider timeProvider) : IDisposable
{
    private CancellationTokenSource? pending;

    /// <summary>Does the action later, unless this is called again before.</summary>
    /// <param name="action">Its token fires when it has been overtaken.</param>
    public async Task RunAsync(Func<CancellationToken, Task> action)
    {
        Cancel();
        using var mine = new CancellationTokenSource();
        pending = mine;
        try
        {
            await Task.Delay(quiet, timeProvider, mine.Token);
            await action(mine.Token);
        }
        catch (OperationCanceledException)
        {
            // Overtaken.
        }
        finally
        {
            if (pending == mine)
            {
                pending = null;
            }
        }
    }

    /// <summary>Drops what is waiting.</summary>
    public void Cancel() => pending?.Cancel();

    public void Dispose() => Cancel();
}
