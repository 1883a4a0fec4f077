using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Reads one period. One caller at a time.</summary>
internal sealed class PeriodStatistics(PeriodLayout layout, Database database, TimeProvider timeProvider)
{
    private Dictionary<DateTimeOffset, StatisticsSlice> slices = [];

    public async Task<PeriodReading> ReadAsync()
    {
        var now = timeProvider.GetUtcNow();
        var read = await database.ReadAsync(session => ReadAsync(session, now));
        slices = read.ToDictionary(slice => slice.From);
        return new PeriodReading(layout, read, now);
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
