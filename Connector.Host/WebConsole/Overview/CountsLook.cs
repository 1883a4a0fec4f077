using Connector.Runtime.Delivery;

namespace Connector.Host.WebConsole;

/// <summary>The groups of statuses that are shown, in the order of the chart's layers.</summary>
internal static class CountsLook
{
    public static IReadOnlyList<(string Name, Func<StatusCounts, long> Of)> Groups { get; } =
    [
        ("delivered", counts => counts.Delivered),
        ("accepted", counts => counts.Accepted),
        ("waiting", counts => counts.Waiting),
        ("unknown", counts => counts.Unknown),
        ("failed", counts => counts.Failed),
        ("canceled", counts => counts.Canceled),
    ];

    /// <summary>A number as people of the page's language write it.</summary>
    public static string Show(long count) => ConsoleNumbers.Show(count);
}
