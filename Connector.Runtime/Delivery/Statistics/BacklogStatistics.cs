using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Counts what waits. Thread-safe.</summary>
internal static class BacklogStatistics
{
    private const string Count =
        "SELECT count(*), min(due_at) FROM " +
        "(SELECT due_at FROM messages WHERE work <> 0 AND owner = 0 LIMIT $1) AS counted";

    public static async Task<BacklogReport> ReadAsync(DatabaseSession session, long limit, DateTimeOffset now)
    {
        var counts = await session.QueryAsync(
            Count,
            reader => (Waiting: reader.GetInt64(0), Due: reader.IsDBNull(1) ? now.ToStored() : reader.GetInt64(1)),
            limit);
        var overdue = now - Instants.FromStored(counts[0].Due);
        return new BacklogReport(counts[0].Waiting, limit, overdue > TimeSpan.Zero ? overdue : TimeSpan.Zero);
    }
}
