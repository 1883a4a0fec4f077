using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Connector.Measurements.Load;

/// <summary>One writer, group commit, <c>synchronous=FULL</c>, and one index beside the key.</summary>
internal sealed class BareSqlite : IBareStore
{
    private readonly Channel<BareRow> queue = Channel.CreateUnbounded<BareRow>();
    private readonly SqliteConnection connection;
    private readonly Thread writer;

    public BareSqlite(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
        Execute("CREATE TABLE queue (id TEXT PRIMARY KEY, due_at INTEGER, attempt INTEGER, payload BLOB)");
        Execute("CREATE INDEX queue_due ON queue (due_at, id)");
        writer = new Thread(Run) { IsBackground = true };
        writer.Start();
    }

    public string Name => "bare SQLite";

    public Task InsertAsync()
    {
        var row = new BareRow();
        queue.Writer.TryWrite(row);
        return row.Stored;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.Complete();
        await Task.Run(writer.Join);
        await connection.DisposeAsync();
    }

    private void Run()
    {
        using var begin = Command("BEGIN IMMEDIATE");
        using var commit = Command("COMMIT");
        using var insert = Command("INSERT INTO queue VALUES ($id, $due, 0, $payload)");
        foreach (var name in (string[])["$id", "$due", "$payload"])
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        var group = new List<BareRow>();
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            begin.ExecuteNonQuery();
            while (queue.Reader.TryRead(out var row))
            {
                insert.Parameters[0].Value = row.Id;
                insert.Parameters[1].Value = row.DueAt;
                insert.Parameters[2].Value = row.Payload;
                insert.ExecuteNonQuery();
                group.Add(row);
            }

            commit.ExecuteNonQuery();
            group.ForEach(row => row.Complete());
            group.Clear();
        }
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
