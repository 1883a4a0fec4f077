namespace Connector.Runtime.Delivery;

/// <summary>What became of the messages that were taken in a period. An immutable snapshot.</summary>
public sealed record StatisticsReport
{
    /// <summary>The period.</summary>
    public required StatisticsPeriod Period { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When the messages were counted.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>All messages.</summary>
    public required StatusCounts Total { get; init; }

    /// <summary>The messages over time, without gaps; the last one is still going on.</summary>
    public required IReadOnlyList<StatisticsBucket> Buckets { get; init; }

    /// <summary>The messages by connector, sorted by name.</summary>
    public required IReadOnlyList<ConnectorStatistics> Connectors { get; init; }

    /// <summary>The messages by country, the one with the most first.</summary>
    public required IReadOnlyList<CountryStatistics> Countries { get; init; }

    /// <summary>What providers asked for the messages when they took them, each currency by itself.</summary>
    public required IReadOnlyList<SpentAmount> Spend { get; init; }
}
