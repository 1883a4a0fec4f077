namespace Connector.Runtime.Delivery;

/// <summary>
/// The delays that wait queues exist for. In a queue where each message has a delay of its own, a long one holds
/// back the short ones behind it.
/// </summary>
internal static class DelaySteps
{
    public static IReadOnlyList<TimeSpan> All { get; } =
        [.. new[] { 1, 2, 5, 10, 30, 60 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <returns>
    /// The longest that isn't longer than <paramref name="delay"/>, at least the shortest;
    /// <see langword="null"/> when there is nothing to wait for.
    /// </returns>
    public static TimeSpan? For(TimeSpan delay) =>
        delay <= TimeSpan.Zero ? null : All.LastOrDefault(step => step <= delay, All[0]);
}
