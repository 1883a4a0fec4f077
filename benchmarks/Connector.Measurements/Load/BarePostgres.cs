using System.Threading.Channels;
using Npgsql;

namespace Connector.Measurements.Load;

/// <summary>Four connections that insert what waits in one batch each, and one index beside the key.</summary>
internal sealed class BarePostgres : IBareStore
{
    private const int Connections = 4;
    private const int MostAtOnce = 256;

    private readonly Channel<BareRow> queue = Channel.CreateUnbounded<BareRow>();
    private readonly NpgsqlDataSource source;
    private readonly Task[] writers;

    private BarePostgres(NpgsqlDataSource source)
    {
        this.source = source;
        writers = [.. Enumerable.Range(0, Connections).Select(_ => Task.Run(RunAsync))];
    }

    public string Name => "bare PostgreSQL";

    public static async Task<BarePostgres> CreateAsync(string connectionString)
    {
        var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 10,
            AutoPrepareMinUsages = 2,
        });
        await using var create = server.CreateCommand(
            "CREATE TABLE queue (id TEXT COLLATE \"C\" PRIMARY KEY, due_at BIGINT, attempt INT, payload BYTEA); " +
            "CREATE INDEX queue_due ON queue (due_at, id)");
        await create.ExecuteNonQueryAsync();
        return new BarePostgres(server);
    }

    public Task InsertAsync()
    {
        var row = new BareRow();
        queue.Writer.TryWrite(row);
        return row.Stored;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.Complete();
        await Task.WhenAll(writers);
        await source.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<BareRow>();
        while (await queue.Reader.WaitToReadAsync())
        {
            while (group.Count < MostAtOnce && queue.Reader.TryRead(out var row))
            {
                group.Add(row);
            }

            if (group.Count > 0)
            {
                await InsertAsync(group);
            }

            group.ForEach(row => row.Complete());
            group.Clear();
        }
    }

    private async Task InsertAsync(List<BareRow> group)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in group)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("INSERT INTO queue VALUES ($1, $2, 0, $3)")
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = row.Id },
                    new NpgsqlParameter<long> { TypedValue = row.DueAt },
                    new NpgsqlParameter<byte[]> { TypedValue = row.Payload },
                },
            });
        }

        await batch.ExecuteNonQueryAsync();
    }
}
