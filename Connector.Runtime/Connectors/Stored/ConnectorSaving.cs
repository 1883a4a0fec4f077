using System.Text.Json;
using Connector.Runtime.Audit;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>Stores changes of connectors. Thread-safe.</summary>
internal sealed class ConnectorSaving(
    Database database, SealedData sealedData, TimeProvider timeProvider, ILogger<ConnectorSaving> logger)
{
    /// <summary>The topic under which hosts hear of changes.</summary>
    public const string Topic = "connectors";

    /// <summary>Stores a change unless somebody else has changed the connector meanwhile.</summary>
    /// <returns>The change's number; <see langword="null"/> when nothing was stored.</returns>
    /// <exception cref="StorageException">
    /// Nothing was stored, or, when the connection broke at the wrong moment, the change.
    /// </exception>
    public async Task<long?> SaveAsync(ConnectorSave change)
    {
        // Sealed before the transaction begins: the first use of a key may have to store it.
        var config = change.Definition is null ? null : Seal(change.Definition.Config);
        var shown = change.Shown is null
            ? null
            : JsonSerializer.Serialize(change.Shown, DefinitionJsonContext.Default.ConnectorDefinition);
        var now = timeProvider.GetUtcNow();
        var revision = await database.TransactAsync(session => SaveAsync(session, change, shown, config, now));
        if (revision == 0)
        {
            return null;
        }

        StoredLog.Stored(logger, change.Author ?? "Somebody", change.Action, change.Name, revision);
        await NotifyAsync();
        return revision;
    }

    /// <summary>Names are one whatever their case.</summary>
    public static string KeyOf(string name) => name.ToLowerInvariant();

    private static async Task<long> SaveAsync(
        DatabaseSession session, ConnectorSave change, string? shown, byte[]? config, DateTimeOffset now)
    {
        var name = KeyOf(change.Name);
        var revision = await session.ReadNumberAsync(
            "UPDATE connector_changes SET revision = revision + 1 WHERE id = 1 RETURNING revision");
        var current = await session.ReadNumberAsync("SELECT revision FROM connectors WHERE name = $1", name);
        if (current != (change.From ?? 0))
        {
            return 0;
        }

        await session.ExecuteAsync(
            "INSERT INTO connector_revisions (revision, name, action, author, changed_at, rolled_back_to, definition, "
            + "config) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            revision,
            name,
            change.Action.ToString(),
            change.Author,
            now.ToStored(),
            change.RolledBackTo,
            shown,
            config);
        await session.ExecuteAsync("DELETE FROM connectors WHERE name = $1", name);
        if (shown is not null)
        {
            await session.ExecuteAsync("INSERT INTO connectors (name, revision) VALUES ($1, $2)", name, revision);
        }

        var audit = AuditRows.Write(now, change.Author, NameOf(change.Action), change.Name, $"{revision}");
        await session.ExecuteAsync(audit.Sql, audit.Values);
        return revision;
    }

    private static string NameOf(ConnectorAction action) => action switch
    {
        ConnectorAction.Created => AuditActions.ConnectorCreated,
        ConnectorAction.Updated => AuditActions.ConnectorUpdated,
        ConnectorAction.Deleted => AuditActions.ConnectorDeleted,
        _ => AuditActions.ConnectorRolledBack,
    };

    private byte[] Seal(JsonElement config) => sealedData.SealSetting(
        JsonSerializer.SerializeToUtf8Bytes(config, DefinitionJsonContext.Default.JsonElement));

    private async Task NotifyAsync()
    {
        try
        {
            await database.NotifyAsync(Topic);
        }
        catch (StorageException)
        {
            // The change is stored; the other hosts find it when they look by themselves.
        }
    }
}
