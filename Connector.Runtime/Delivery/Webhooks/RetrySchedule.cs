namespace Connector.Runtime.Delivery;

/// <summary>When an event that didn't arrive is sent again: often at first, then over three days.</summary>
internal static class RetrySchedule
{
    private const double Jitter = 0.1;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        Longest,
    ];

    /// <param name="step">How often it has been sent, at least 1.</param>
    /// <param name="retryAfter">How long the receiver asked to be left alone.</param>
    /// <returns>The wait from now; <see langword="null"/> when it has been sent often enough.</returns>
    public static TimeSpan? DelayAfter(int step, TimeSpan? retryAfter)
    {
        if (step > Delays.Length)
        {
            return null;
        }

        // A receiver that was away is not to get everything back at the same moment.
        var spread = 1 + (Jitter * ((2 * Random.Shared.NextDouble()) - 1));
        var planned = Delays[step - 1] * spread;
        var asked = retryAfter is { } wait && wait > Longest ? Longest : retryAfter ?? TimeSpan.Zero;
        return asked > planned ? asked : planned;
    }
}
