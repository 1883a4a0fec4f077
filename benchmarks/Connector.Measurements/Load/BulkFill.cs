using Microsoft.Data.Sqlite;

namespace Connector.Measurements.Load;

/// <summary>Fills the database of an engine that doesn't run with copies of its first message.</summary>
internal static class BulkFill
{
    private const string Numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $rows) ";

    // Ids of earlier messages, in the order in which they came, as UUIDv7 are.
    private const string Id =
        "'msg_' || printf('%012x', m.created_at - 3600000 + n.i / 1000) || lower(hex(randomblob(10)))";

    private const string Columns =
        "id, client, usage_type, to_masked, to_hash, country, connector, is_pinned, tried, status, work, owner, " +
        "fence, attempt, lookups, due_at, created_at, started_at, updated_at, expires_at, content, " +
        "provider_message_id, segments, reason, provider_code, is_retryable";

    private const string First = "FROM n, (SELECT * FROM messages ORDER BY id LIMIT 1) AS m";

    private static readonly string Sent =
        $"{Numbers} INSERT INTO messages ({Columns}) SELECT {Id}, client, usage_type, to_masked, randomblob(16), " +
        "country, connector, 0, '', 3, 0, 0, 1, 1, 0, due_at, created_at, created_at, updated_at, expires_at, NULL, " +
        $"lower(hex(randomblob(17))), 1, NULL, NULL, 0 {First}";

    private const string Attempts =
        "INSERT INTO attempts (message_id, number, connector, started_at, duration_us, outcome) " +
        "SELECT id, 1, connector, created_at, 1000, 'accepted' FROM messages WHERE true " +
        "ON CONFLICT (message_id, number) DO NOTHING";

    private static readonly string Queued =
        $"{Numbers} INSERT INTO messages ({Columns}) SELECT {Id}, client, usage_type, to_masked, randomblob(16), " +
        "country, connector, 0, '', 0, 1, 0, 0, 0, 0, due_at, created_at, NULL, updated_at, expires_at, content, " +
        $"NULL, NULL, NULL, NULL, 0 {First}";

    /// <summary>Messages that have been handed over.</summary>
    public static void AddSent(string file, int rows) => Run(file, rows, Sent, Attempts);

    /// <summary>Messages that wait for their connector.</summary>
    public static void AddQueued(string file, int rows)
    {
        if (rows > 0)
        {
            Run(file, rows, Queued);
        }
    }

    private static void Run(string file, int rows, params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        foreach (var sql in statements.Append("ANALYZE"))
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this class.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Parameters.AddWithValue("$rows", rows);
            command.ExecuteNonQuery();
        }
    }
}
