using System.Net.Http.Json;
using System.Text.Json;
using Connector.Console.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Connector.Console.Tests.Messages;

/// <summary>Messages of a host, sent through its API or put into its database.</summary>
internal static class HostMessages
{
    private const string Copies =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $rows) " +
        "INSERT INTO messages (id, client, usage_type, to_masked, to_hash, country, connector, is_pinned, tried, " +
        "status, work, owner, fence, attempt, lookups, due_at, created_at, updated_at, expires_at, is_retryable) " +
        "SELECT 'msg_' || printf('%012x', m.created_at + i * $step) || lower(hex(randomblob(10))), NULL, usage_type, " +
        "printf('+1415•••%04d', i % 10000), randomblob(16), CASE i % 3 WHEN 0 THEN 'ES' ELSE 'US' END, " +
        "connector, 0, '', CASE i % 20 WHEN 0 THEN 13 WHEN 1 THEN 3 WHEN 2 THEN 2 ELSE 10 END, 0, 0, 1, 1, 0, " +
        "due_at, m.created_at + i * $step, updated_at, expires_at, 0 " +
        "FROM n, (SELECT * FROM messages ORDER BY id DESC LIMIT 1) AS m";

    private const string Attempts =
        "INSERT INTO attempts (message_id, number, connector, started_at, duration_us, outcome) " +
        "SELECT id, 1, connector, created_at, 80000 + abs(random()) % 400000, 'accepted' FROM messages WHERE true " +
        "ON CONFLICT (message_id, number) DO NOTHING";

    /// <summary>Sends a message, and waits for what becomes of it.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> SendAsync(
        this ConsoleHost host, string to = "+14155550123", string connector = "sandbox", bool isAwaited = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/messages")
        {
            Content = JsonContent.Create(
                new { to, usageType = "SignIn", payload = new { code = "123456" }, connector }),
        };
        if (isAwaited)
        {
            request.Headers.Add("Prefer", "wait=10");
        }

        using var response = await host.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        using var message = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return message.RootElement.GetProperty("id").GetString()!;
    }

    /// <summary>Adds older messages, two seconds apart, like the newest one.</summary>
    public static async Task FillAsync(this ConsoleHost host, int rows)
    {
        await host.ExecuteAsync(Copies, rows, TimeSpan.FromSeconds(-2));
        await host.ExecuteAsync(Attempts);
    }

    /// <summary>Adds newer messages at once, a millisecond apart, like the newest one.</summary>
    public static Task RushAsync(this ConsoleHost host, int rows) =>
        host.ExecuteAsync(Copies, rows, TimeSpan.FromMilliseconds(1));

    /// <summary>Changes the host's database behind its back.</summary>
    public static async Task<int> ExecuteAsync(
        this ConsoleHost host, string sql, int rows = 0, TimeSpan step = default)
    {
        var file = Path.Combine(Path.GetDirectoryName(host.Plugins)!, "data", "connector.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false;Default Timeout=20");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$rows", rows);
        command.Parameters.AddWithValue("$step", (long)step.TotalMilliseconds);
        return await command.ExecuteNonQueryAsync();
    }
}
