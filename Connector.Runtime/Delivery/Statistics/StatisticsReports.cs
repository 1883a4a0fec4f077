namespace Connector.Runtime.Delivery;

/// <summary>Puts slices together.</summary>
internal static class StatisticsReports
{
    public static StatisticsReport Create(
        PeriodLayout layout, IReadOnlyList<StatisticsSlice> slices, DateTimeOffset now)
    {
        var cells = slices.SelectMany(slice => slice.Cells).ToList();
        var begin = layout.BeginOf(now);
        return new StatisticsReport
        {
            Period = layout.Period,
            From = begin,
            ReadAt = now,
            Total = StatusCounts.Of(cells),
            Buckets = [.. Enumerable.Range(0, layout.Buckets).Select(
                number => CreateBucket(begin + (number * layout.Bucket), layout.Bucket, slices))],
            Connectors = CreateConnectors(cells, [.. slices.SelectMany(slice => slice.Durations)]),
            Countries = CreateCountries(cells),
            Spend = SpentAmount.Of(cells),
        };
    }

    private static StatisticsBucket CreateBucket(
        DateTimeOffset from, TimeSpan length, IReadOnlyList<StatisticsSlice> slices)
    {
        var until = from + length;
        var within = slices.Where(slice => slice.From >= from && slice.From < until);
        return new StatisticsBucket(from, until, StatusCounts.Of(within.SelectMany(slice => slice.Cells)));
    }

    private static List<ConnectorStatistics> CreateConnectors(
        List<StatisticsCell> cells, List<DurationCount> durations)
    {
        var cellsByName = cells.ToLookup(cell => cell.Connector, StringComparer.OrdinalIgnoreCase);
        var durationsByName = durations.ToLookup(count => count.Connector, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. cellsByName.Select(group => group.Key)
                .Union(durationsByName.Select(group => group.Key), StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase)
                .Select(name => new ConnectorStatistics(
                    name,
                    StatusCounts.Of(cellsByName[name]),
                    Durations.Summarize(durationsByName[name]),
                    durationsByName[name].Where(count => count.IsRefusedLogin).Sum(count => count.Count))
                {
                    Spend = SpentAmount.Of(cellsByName[name]),
                }),
        ];
    }

    private static List<CountryStatistics> CreateCountries(List<StatisticsCell> cells) =>
    [
        .. cells.GroupBy(cell => cell.Country, StringComparer.Ordinal)
            .Select(group => new CountryStatistics(group.Key, StatusCounts.Of(group)) { Spend = SpentAmount.Of(group) })
            .OrderByDescending(country => country.Counts.Total)
            .ThenBy(country => country.Country, StringComparer.Ordinal),
    ];
}
