using Connector.Runtime.Delivery;

namespace Connector.Host.Api;

/// <summary>The messages of one connector.</summary>
/// <param name="Name">The connector.</param>
/// <param name="Counts">How far the messages have come that it had last.</param>
/// <param name="Attempts">How often it tried.</param>
/// <param name="RefusedLogins">How often the provider did not accept its credentials.</param>
/// <param name="P50Ms">Half of its attempts were as quick.</param>
/// <param name="P95Ms">95 of 100 were.</param>
/// <param name="P99Ms">99 of 100 were.</param>
/// <param name="Spend">What its provider asked for the messages when it took them, each currency by itself.</param>
internal sealed record ConnectorStatisticsResponse(
    string Name,
    StatusCounts Counts,
    long Attempts,
    long RefusedLogins,
    double? P50Ms,
    double? P95Ms,
    double? P99Ms,
    IReadOnlyList<SpentAmount> Spend)
{
    public static ConnectorStatisticsResponse From(ConnectorStatistics connector) => new(
        connector.Name,
        connector.Counts,
        connector.Latency?.Attempts ?? 0,
        connector.RefusedLogins,
        connector.Latency?.P50.TotalMilliseconds,
        connector.Latency?.P95.TotalMilliseconds,
        connector.Latency?.P99.TotalMilliseconds,
        connector.Spend);
}
