using DbUp;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Connector.Runtime.Storage;

/// <summary>A PostgreSQL database that several hosts may share.</summary>
internal sealed class PostgresDatabase : Database
{
    // Any number that no other program uses for an advisory lock in the same database.
    private const long UpgradeLock = 0x436F6E6E6563746F;

    private const int DefaultPoolSize = 20;

    private static readonly Dictionary<string, string> Dialect = new()
    {
        ["text"] = "TEXT COLLATE \"C\"",
        ["bytes"] = "BYTEA",
        ["clustered"] = "",
        ["shared"] = "",
    };

    private readonly NpgsqlDataSource source;
    private readonly string upgradeString;
    private readonly TimeProvider timeProvider;
    private readonly ILogger<Database> logger;
    private PostgresWriter? writer;
    private PostgresListener? listener;

    public PostgresDatabase(string connectionString, TimeProvider timeProvider, ILogger<Database> logger)
    {
        this.timeProvider = timeProvider;
        this.logger = logger;
        var builder = Complete(connectionString);
        source = NpgsqlDataSource.Create(builder);

        // DbUp opens connections by itself, and nobody would ever close what stays in the driver's own pool.
        upgradeString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        Location = $"{builder.Host}:{builder.Port}/{builder.Database ?? builder.Username}";
    }

    public override string Location { get; }

    public override bool IsShared => true;

    public override string ForUpdate => " FOR UPDATE";

    public override string ForUpdateSkipLocked => " FOR UPDATE SKIP LOCKED";

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await UpgradeAsync(cancellationToken);
        }
        catch (Exception error) when (PostgresErrors.IsOfStorage(error) || error is PostgresException)
        {
            throw PostgresErrors.Explain(error);
        }

        writer = new PostgresWriter(source);
        listener = new PostgresListener(source, Hear, timeProvider, logger);
    }

    public override async Task<SchemaState> OpenReadOnlyAsync(CancellationToken cancellationToken)
    {
        return Migrations.Compare(await ReadAsync(ReadAppliedAsync, cancellationToken));
    }

    public override Task<int[]> WriteAsync(IReadOnlyList<Statement> statements) =>
        (writer ?? throw NotOpen()).WriteAsync(statements);

    public override Task<T> TransactAsync<T>(Func<DatabaseSession, Task<T>> work) =>
        GuardAsync(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var result = await work(new DatabaseSession(connection, transaction));
            await transaction.CommitAsync();
            return result;
        });

    public override Task<T> ReadAsync<T>(
        Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken = default) =>
        GuardAsync(connection => work(new DatabaseSession(connection, transaction: null)), cancellationToken);

    public override Task NotifyAsync(string topic) =>
        WriteAsync([new Statement($"SELECT pg_notify('{PostgresListener.Channel}', $1)", topic)]);

    public override async ValueTask DisposeAsync()
    {
        if (writer is not null)
        {
            await writer.DisposeAsync();
        }

        if (listener is not null)
        {
            await listener.DisposeAsync();
        }

        await source.DisposeAsync();
    }

    /// <summary>The connection string with what it leaves open, as suits the engine.</summary>
    internal static NpgsqlConnectionStringBuilder Complete(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // The same few statements run for every message.
            MaxAutoPrepare = 60,
            AutoPrepareMinUsages = 2,
            KeepAlive = 15,
        };

        // Each takes a connection for a moment only. The driver's 100 are all that a server has by default, and what
        // doesn't get one fails, while what waits for the pool goes on.
        if (!builder.ShouldSerialize("Maximum Pool Size"))
        {
            builder.MaxPoolSize = DefaultPoolSize;
        }

        return builder;
    }

    private static StorageException NotOpen() =>
        new("storage_closed", "The database is not open yet.", "Try again in a moment.") { IsTransient = true };

    private async Task<T> GuardAsync<T>(
        Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await work(connection);
        }
        catch (Exception error) when (PostgresErrors.IsOfStorage(error))
        {
            throw PostgresErrors.Explain(error);
        }
    }

    // Hosts that start at once wait here for the first one.
    private async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var session = new DatabaseSession(connection, transaction: null);
        await session.ExecuteAsync("SELECT pg_advisory_lock($1)", UpgradeLock);
        try
        {
            var applied = await ReadAppliedAsync(session);
            await Task.Run(
                () => SchemaUpgrade.Run(
                    applied,
                    Dialect,
                    () => DeployChanges.To.PostgresqlDatabase(upgradeString)
                        .JournalToPostgresqlTable(schema: null, Migrations.JournalTable)),
                cancellationToken);
        }
        finally
        {
            await session.ExecuteAsync("SELECT pg_advisory_unlock($1)", UpgradeLock);
        }
    }

    private static async Task<List<string>> ReadAppliedAsync(DatabaseSession session) =>
        await session.ReadNumberAsync(
            "SELECT count(*) FROM pg_class WHERE oid = to_regclass($1)", Migrations.JournalTable) == 0
            ? []
            : await session.QueryAsync(
                $"SELECT scriptname FROM {Migrations.JournalTable}", reader => reader.GetString(0));
}
