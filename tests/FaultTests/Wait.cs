namespace FaultTests;

/// <summary>Waits for what another process does, of which there is no signal.</summary>
internal static class Wait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <returns>Whether it came true in time.</returns>
    public static async Task<bool> TryUntilAsync(Func<Task<bool>> condition, TimeSpan patience)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > patience)
            {
                return false;
            }

            await ForAsync(Pause);
        }

        return true;
    }

    public static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan patience, string what) =>
        Assert.That(await TryUntilAsync(condition, patience), $"not within {patience}: {what}");

    /// <summary>For load that goes on for a while, and for clients that are told to come back.</summary>
    public static Task ForAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System, CancellationToken.None);
}
