using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Connectors;

/// <summary>Ends the quarantine of plugins before its time. Thread-safe.</summary>
public sealed class PluginRelease
{
    private readonly PluginCatalog catalog;
    private readonly ConnectorTable table;
    private readonly HealthTable health;

    internal PluginRelease(PluginCatalog catalog, ConnectorTable table, HealthTable health)
    {
        this.catalog = catalog;
        this.table = table;
        this.health = health;
    }

    /// <summary>Lets this host call a plugin again, and forgets its faults and those of its connectors.</summary>
    /// <param name="pluginId">The manifest's id.</param>
    /// <returns>The plugin as it is now.</returns>
    /// <exception cref="ConnectorRequestException">No such plugin, or it is not quarantined.</exception>
    public InstalledPlugin Release(string pluginId)
    {
        var plugin = catalog.Find(pluginId) ?? throw PluginRequests.NotFound(pluginId, catalog.All);
        var connectors = table.Current.Running
            .Select(connector => connector.Running!)
            .Where(running => running.Plugin?.Id == pluginId)
            .ToList();
        var guards = catalog.FindGuards(plugin).Concat(connectors.Select(running => running.Guard));
        var isReleased = false;
        foreach (var guard in guards.Distinct())
        {
            isReleased |= guard.Release();
        }

        if (!isReleased)
        {
            throw PluginRequests.NotQuarantined(plugin);
        }

        connectors.ForEach(connector => health.Forget(connector.Name));
        return catalog.Find(pluginId) ?? plugin;
    }
}
