using System.Data.Common;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text.Json;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Connectors;

/// <summary>Reads the connectors in the database. Thread-safe.</summary>
internal sealed class ConnectorStore(Database database, SealedData sealedData)
{
    private const string Columns = "r.revision, r.definition, r.config";

    private const string Current =
        $"SELECT {Columns} FROM connectors c JOIN connector_revisions r ON r.revision = c.revision";

    /// <exception cref="StorageException">The database can't be read.</exception>
    public async Task<IReadOnlyList<StoredConnector>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync($"{Current} ORDER BY c.name", ReadRow), cancellationToken);
        return [.. rows.Select(Open)];
    }

    /// <exception cref="StorageException">The database can't be read.</exception>
    public Task<StoredConnector?> FindAsync(string name, CancellationToken cancellationToken) =>
        FindAsync($"{Current} WHERE c.name = $1", cancellationToken, ConnectorSaving.KeyOf(name));

    /// <summary>The connector as a change left it, if that change was its own and didn't delete it.</summary>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public Task<StoredConnector?> FindAsync(string name, long revision, CancellationToken cancellationToken) =>
        FindAsync(
            $"SELECT {Columns} FROM connector_revisions r WHERE r.name = $1 AND r.revision = $2 "
            + "AND r.definition IS NOT NULL",
            cancellationToken,
            ConnectorSaving.KeyOf(name),
            revision);

    /// <summary>The number of the last change of any connector.</summary>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public Task<long> ReadRevisionAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.ReadNumberAsync("SELECT revision FROM connector_changes WHERE id = 1"), cancellationToken);

    /// <summary>The change that made each connector what it is now, by name in lower case.</summary>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public async Task<IReadOnlyDictionary<string, long>> ReadRevisionsAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync(
                "SELECT name, revision FROM connectors",
                reader => KeyValuePair.Create(reader.GetString(0), reader.GetInt64(1))),
            cancellationToken);
        return new Dictionary<string, long>(rows, StringComparer.Ordinal);
    }

    /// <summary>The changes of one connector before another one, newest first.</summary>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public async Task<IReadOnlyList<ConnectorRevision>> ReadHistoryAsync(
        string name, long? before, int limit, CancellationToken cancellationToken) => await database.ReadAsync(
            session => session.QueryAsync(
                "SELECT revision, action, author, changed_at, rolled_back_to, definition FROM connector_revisions "
                + "WHERE name = $1 AND revision < $2 ORDER BY revision DESC LIMIT $3",
                ReadChange,
                ConnectorSaving.KeyOf(name),
                before ?? long.MaxValue,
                (long)limit),
            cancellationToken);

    private static StoredRow ReadRow(DbDataReader reader) =>
        new(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2));

    private static ConnectorRevision ReadChange(DbDataReader reader) => new()
    {
        Revision = reader.GetInt64(0),
        Action = Enum.Parse<ConnectorAction>(reader.GetString(1)),
        Author = reader.IsDBNull(2) ? null : reader.GetString(2),
        ChangedAt = Instants.FromStored(reader.GetInt64(3)),
        RolledBackTo = reader.IsDBNull(4) ? null : reader.GetInt64(4),
        Connector = reader.IsDBNull(5) ? null : Parse(reader.GetString(5)),
    };

    private static ConnectorDefinition Parse(string definition) =>
        JsonSerializer.Deserialize(definition, DefinitionJsonContext.Default.ConnectorDefinition)!;

    private async Task<StoredConnector?> FindAsync(
        string sql, CancellationToken cancellationToken, params object[] values)
    {
        var row = await database.ReadAsync(session => session.FindAsync(sql, ReadRow, values), cancellationToken);
        return row is null ? null : Open(row);
    }

    // Not while reading: the keys are in the same database.
    private StoredConnector Open(StoredRow row)
    {
        var shown = Parse(row.Definition);
        try
        {
            return new StoredConnector(row.Revision, shown, JsonElement.Parse(sealedData.OpenSetting(row.Config)));
        }
        catch (CryptographicException error)
        {
            ThrowIfOfStorage(error);
            return new StoredConnector(row.Revision, shown, Config: null);
        }
    }

    // Data protection takes every failure for one of its own, that of the database with its keys among them.
    private static void ThrowIfOfStorage(Exception error)
    {
        for (var cause = error.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is StorageException)
            {
                ExceptionDispatchInfo.Throw(cause);
            }
        }
    }

    private sealed record StoredRow(long Revision, string Definition, byte[] Config);
}
