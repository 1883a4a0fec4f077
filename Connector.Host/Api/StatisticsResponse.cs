using Connector.Runtime.Delivery;

namespace Connector.Host.Api;

/// <summary>What became of the messages of a period.</summary>
/// <param name="Period"><c>hour</c>, <c>day</c> or <c>week</c>.</param>
/// <param name="From">When it begins.</param>
/// <param name="ReadAt">When the messages were counted.</param>
/// <param name="Backlog">How many messages wait right now, over all hosts.</param>
/// <param name="Total">All messages of the period.</param>
/// <param name="Buckets">The messages over time, without gaps.</param>
/// <param name="Connectors">The messages by the connector that had them last.</param>
/// <param name="Countries">The messages by country.</param>
/// <param name="Spend">What providers asked for the messages when they took them, each currency by itself.</param>
internal sealed record StatisticsResponse(
    string Period,
    DateTimeOffset From,
    DateTimeOffset ReadAt,
    long Backlog,
    StatusCounts Total,
    IReadOnlyList<StatisticsBucket> Buckets,
    IReadOnlyList<ConnectorStatisticsResponse> Connectors,
    IReadOnlyList<CountryStatistics> Countries,
    IReadOnlyList<SpentAmount> Spend)
{
    public static StatisticsResponse Create(string period, StatisticsReport report, BacklogReport backlog) => new(
        period,
        report.From,
        report.ReadAt,
        backlog.Waiting,
        report.Total,
        report.Buckets,
        [.. report.Connectors.Select(ConnectorStatisticsResponse.From)],
        report.Countries,
        report.Spend);
}
