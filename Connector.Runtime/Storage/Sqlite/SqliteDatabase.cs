using DbUp;
using Microsoft.Data.Sqlite;

namespace Connector.Runtime.Storage;

/// <summary>A SQLite file of this host alone.</summary>
internal sealed class SqliteDatabase(SqliteFile file) : Database
{
    private static readonly Dictionary<string, string> Dialect = new()
    {
        ["text"] = "TEXT",
        ["bytes"] = "BLOB",
        ["clustered"] = "WITHOUT ROWID",
        ["shared"] = "-- ",
    };

    private SqliteWriter? writer;

    public override string Location => file.Path;

    public override bool IsShared => false;

    public override string ForUpdate => "";

    public override string ForUpdateSkipLocked => "";

    private SqliteWriter Writer => writer ?? throw new StorageException(
        "storage_closed", "The database is not open yet.", "Try again in a moment.")
    {
        IsTransient = true,
    };

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        file.Lock();
        try
        {
            await UpgradeAsync();
            writer = new SqliteWriter(Connect(), file.Path);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Explain(error, file.Path);
        }
    }

    public override async Task<SchemaState> OpenReadOnlyAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(file.Path))
        {
            return SchemaState.Missing;
        }

        return Migrations.Compare(await ReadAsync(ReadAppliedAsync, cancellationToken));
    }

    public override Task<int[]> WriteAsync(IReadOnlyList<Statement> statements)
    {
        var unit = new SqliteUnit(statements);
        Writer.Add(unit);
        return unit.Task;
    }

    public override Task<T> TransactAsync<T>(Func<DatabaseSession, Task<T>> work)
    {
        var transactional = new SqliteTransactional<T>(work);
        Writer.Add(transactional);
        return transactional.Task;
    }

    public override async Task<T> ReadAsync<T>(
        Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = new SqliteConnection(file.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return await work(new DatabaseSession(connection, transaction: null));
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Explain(error, file.Path);
        }
    }

    public override Task NotifyAsync(string topic)
    {
        Hear(topic);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        if (writer is not null)
        {
            await writer.DisposeAsync();
        }

        using (var connection = new SqliteConnection(file.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        file.Dispose();
    }

    private async Task UpgradeAsync()
    {
        await using var connection = Connect();
        var applied = await ReadAppliedAsync(new DatabaseSession(connection, transaction: null));
        SchemaUpgrade.Run(
            applied,
            Dialect,
            () => DeployChanges.To.SqliteDatabase(file.ConnectionString).JournalToSqliteTable(Migrations.JournalTable));
    }

    private static async Task<List<string>> ReadAppliedAsync(DatabaseSession session) =>
        await session.ReadNumberAsync(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1", Migrations.JournalTable) == 0
            ? []
            : await session.QueryAsync(
                $"SELECT ScriptName FROM {Migrations.JournalTable}", reader => reader.GetString(0));

    // synchronous=FULL: a message that was acknowledged survives the loss of power, not only of the process.
    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(file.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; " +
            "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000; PRAGMA temp_store = MEMORY";
        command.ExecuteNonQuery();
        return connection;
    }
}
