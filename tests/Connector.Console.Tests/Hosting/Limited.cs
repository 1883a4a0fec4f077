namespace Connector.Console.Tests.Hosting;

/// <summary>Waits, but not for ever.</summary>
internal static class Limited
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            await Task.Delay(Pause, TimeProvider.System, limit.Token);
        }
    }
}
