using System.Data.Common;
using Connector.Abstractions;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Counts the messages of a slice. Ids sort by time: only those of the slice are looked at.</summary>
internal static class SliceReader
{
    private const string Messages =
        "SELECT connector, country, status, currency, count(*), CAST(COALESCE(sum(price), 0) AS BIGINT) " +
        "FROM messages WHERE id >= $1 AND id < $2 GROUP BY connector, country, status, currency";

    private static readonly string Attempts =
        $"SELECT connector, {Durations.RoundedSql} AS about, CASE WHEN reason = $3 THEN 1 ELSE 0 END AS is_login, " +
        "count(*) FROM attempts WHERE message_id >= $1 AND message_id < $2 GROUP BY connector, about, is_login";

    private static readonly string Login = Outcomes.Name(RefusalReason.Authentication);

    public static async Task<StatisticsSlice> ReadAsync(
        DatabaseSession session, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        var first = MessageId.FirstOf(from);
        var end = MessageId.FirstOf(until);
        return new StatisticsSlice(
            from,
            until,
            now,
            await session.QueryAsync(Messages, ReadCell, first, end),
            await session.QueryAsync(Attempts, ReadDuration, first, end, Login));
    }

    private static StatisticsCell ReadCell(DbDataReader reader) => new(
        reader.GetString(0),
        Text(reader, 1),
        (MessageStatus)reader.GetInt64(2),
        Text(reader, 3),
        reader.GetInt64(4),
        reader.GetInt64(5));

    private static DurationCount ReadDuration(DbDataReader reader) =>
        new(reader.GetString(0), reader.GetInt64(1), reader.GetInt32(2) != 0, reader.GetInt64(3));

    private static string? Text(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
