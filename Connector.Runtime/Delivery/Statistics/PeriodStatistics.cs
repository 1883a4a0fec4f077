using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>The report of one period. One caller at a time.</summary>
internal sealed class PeriodStatistics(PeriodLayout layout, Database database, TimeProvider timeProvider)
{
    private Dictionary<DateTimeOffset, StatisticsSlice> slices = [];

    public async Task<StatisticsReport> ReadAsync()
    {
        var now = timeProvider.GetUtcNow();
        var read = await database.ReadAsync(session => ReadAsync(session, now));
        slices = read.ToDictionary(slice => slice.From);
        return StatisticsReports.Create(layout, read, now);
    }

    private async Task<List<StatisticsSlice>> ReadAsync(DatabaseSession session, DateTimeOffset now)
    {
        var read = new List<StatisticsSlice>();
        foreach (var from in layout.SlicesUntil(now))
        {
            read.Add(slices.TryGetValue(from, out var known) && known.IsGoodAt(now)
                ? known
                : await SliceReader.ReadAsync(session, from, from + layout.Slice, now));
        }

        return read;
    }
}
