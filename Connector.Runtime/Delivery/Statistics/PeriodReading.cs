namespace Connector.Runtime.Delivery;

/// <summary>What was read of a period. Thread-safe.</summary>
internal sealed class PeriodReading(PeriodLayout layout, IReadOnlyList<StatisticsSlice> slices, DateTimeOffset readAt)
{
    private readonly StatisticsReport all = StatisticsReports.Create(layout, slices, readAt);

    public StatisticsReport Report(StatisticsFilter filter) => filter == StatisticsFilter.All
        ? all
        : StatisticsReports.Create(layout, [.. slices.Select(filter.Of)], readAt);
}
