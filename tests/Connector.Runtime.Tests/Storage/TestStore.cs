using Connector.Runtime.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Runtime.Tests.Storage;

/// <summary>A database of the test's own, with the schema, that goes with it.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("store-").FullName;

    private TestStore() => Database = new SqliteDatabase(SqliteFile.From(configured: null, folder, folder));

    /// <summary>The databases to test with.</summary>
    public static IReadOnlyList<StorageProvider> Providers { get; } = [StorageProvider.Sqlite];

    public Database Database { get; }

    public SealedData SealedData { get; } = new(new EphemeralDataProtectionProvider());

    public static async Task<TestStore> OpenAsync(StorageProvider provider)
    {
        Assert.That(provider, Is.EqualTo(StorageProvider.Sqlite));
        var store = new TestStore();
        await store.Database.OpenAsync(CancellationToken.None);
        return store;
    }

    public Task<long> CountAsync(string table) =>
        Database.ReadAsync(session => session.ReadNumberAsync($"SELECT count(*) FROM {table}"));

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
