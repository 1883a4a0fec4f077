namespace Connector.Host.WebConsole;

/// <summary>Does something again and again while a page is open.</summary>
internal static class Repeating
{
    public static async Task RunAsync(
        TimeSpan pace, TimeProvider timeProvider, Func<Task> action, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(pace, timeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await action();
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            // The page has been left.
        }
    }
}
