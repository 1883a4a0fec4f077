using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TestServers;

namespace Connector.Runtime.Tests.Storage;

/// <summary>A database of the test's own, with the schema, that goes with it.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("store-").FullName;
    private readonly List<Database> opened = [];
    private string? postgres;
    private DatabaseOpening? opening;

    private readonly EventSignal signal;

    private TestStore()
    {
        signal = new EventSignal(Time);
        Events = new MessageEvents(new Subscriptions(), signal, Time);
    }

    /// <summary>The databases to test with.</summary>
    public static IReadOnlyList<StorageProvider> Providers { get; } =
        [StorageProvider.Sqlite, StorageProvider.Postgres];

    public Database Database => opened[0];

    public DatabaseOpening Opening => opening ?? throw new InvalidOperationException("It is not open.");

    public SealedData SealedData { get; } = new(new EphemeralDataProtectionProvider());

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public MessageEvents Events { get; }

    public static async Task<TestStore> OpenAsync(StorageProvider provider)
    {
        var store = new TestStore();
        if (provider == StorageProvider.Postgres)
        {
            store.postgres = await (await SharedServers.PostgresOrIgnoreAsync()).CreateDatabaseAsync();
        }

        store.Create();
        store.opening = store.Unopened();
        await store.opening.OpenAsync(CancellationToken.None);
        return store;
    }

    /// <summary>The same database as another host sees it; with SQLite there is no other host.</summary>
    public async Task<Database> OpenAnotherAsync()
    {
        if (postgres is null)
        {
            return Database;
        }

        var another = Create();
        await another.OpenAsync(CancellationToken.None);
        return another;
    }

    /// <summary>As a host has it whose database isn't open yet.</summary>
    public DatabaseOpening Unopened() => new(
        Database,
        Options.Create(new ConnectorRuntimeOptions()),
        TimeProvider.System,
        new FakeLogger<DatabaseOpening>());

    /// <summary>Closes the database and opens it again, as a later start does.</summary>
    public async Task OpenAgainAsync()
    {
        await Database.DisposeAsync();
        opened.Clear();
        await Create().OpenAsync(CancellationToken.None);
    }

    public Task<long> CountAsync(string table) => ReadNumberAsync($"SELECT count(*) FROM {table}");

    public Task<long> ReadNumberAsync(string sql, params object?[] values) =>
        Database.ReadAsync(session => session.ReadNumberAsync(sql, values));

    public async Task WriteAsync(string sql, params object?[] values) =>
        await Database.WriteAsync([new Statement(sql, values)]);

    public async ValueTask DisposeAsync()
    {
        signal.Dispose();
        foreach (var database in opened)
        {
            await database.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private Database Create()
    {
        Database database = postgres is null
            ? new SqliteDatabase(SqliteFile.From(configured: null, folder, folder))
            : new PostgresDatabase(postgres, TimeProvider.System, new FakeLogger<Database>());
        opened.Add(database);
        return database;
    }
}
