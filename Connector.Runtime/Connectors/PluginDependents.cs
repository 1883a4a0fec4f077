using Connector.Runtime.Storage;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Connectors;

/// <summary>Tells which connectors a plugin sends for, without starting any. Thread-safe.</summary>
public sealed class PluginDependents
{
    private readonly IConfiguration host;
    private readonly Database database;
    private readonly ConnectorStore store;

    internal PluginDependents(IConfiguration host, Database database, ConnectorStore store)
    {
        this.host = host;
        this.database = database;
        this.store = store;
    }

    /// <summary>Names the connectors that are switched on and need a plugin.</summary>
    /// <param name="pluginId">The plugin's id.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>
    /// Their names, sorted: those in the configuration, and those in the database where it can be read.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<IReadOnlyList<string>> FindAsync(string pluginId, CancellationToken cancellationToken = default)
    {
        var configured = ConnectorSettingsReader.ReadAll(host);
        var names = configured.Select(connector => connector.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var stored = (await ReadStoredAsync(cancellationToken)).Where(connector => !names.Contains(connector.Name));
        return
        [
            .. configured.Concat(stored)
                .Where(connector => connector.Enabled && connector.PluginId == pluginId)
                .Select(connector => connector.Name)
                .Order(StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyList<ConnectorSettings>> ReadStoredAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.OpenReadOnlyAsync(cancellationToken) == SchemaState.Current
                ? [.. (await store.ReadAllAsync(cancellationToken)).Select(connector => connector.ToSettings())]
                : [];
        }
        catch (StorageException)
        {
            return [];
        }
    }
}
