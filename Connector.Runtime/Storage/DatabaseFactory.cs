using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Storage;

/// <summary>Creates the database that the settings choose; nothing is opened yet.</summary>
internal static class DatabaseFactory
{
    public static Database Create(
        IOptions<ConnectorRuntimeOptions> options, TimeProvider timeProvider, ILogger<Database> logger)
    {
        var storage = options.Value.Storage;
        return storage.Provider == StorageProvider.Postgres
            ? new PostgresDatabase(storage.ConnectionString ?? "", timeProvider, logger)
            : new SqliteDatabase(SqliteFile.From(
                storage.ConnectionString, options.Value.ContentRoot, options.Value.FullDataPath));
    }
}
