using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Plugins;
using Connector.Runtime.Schemas;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>Checks configurations against a plugin's schema and its own rules. Thread-safe.</summary>
/// <param name="catalog">The installed plugins.</param>
/// <param name="logger">Records whose code runs at an administrator's request.</param>
public sealed class ConfigChecker(PluginCatalog catalog, ILogger<ConfigChecker> logger)
{
    /// <summary>
    /// Finds all issues at once. Runs the plugin's code, enabled or not: an administrator asks for it.
    /// </summary>
    /// <param name="pluginId">The id of an installed plugin.</param>
    /// <param name="config">The configuration, a JSON object; anything else is an issue.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>Errors and warnings.</returns>
    /// <exception cref="ConnectorRequestException">No such plugin, or it can't be loaded.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ConfigCheck> CheckAsync(string pluginId, JsonElement config, CancellationToken cancellationToken)
    {
        var plugin = await LoadForAdministratorAsync(pluginId, cancellationToken);
        return await CheckAsync(plugin, config, cancellationToken);
    }

    internal static async Task<ConfigCheck> CheckAsync(
        LoadedPlugin plugin, JsonElement config, CancellationToken cancellationToken)
    {
        if (config.ValueKind != JsonValueKind.Object)
        {
            return ConfigCheck.Of([new ConfigIssue("", "The configuration must be an object.")]);
        }

        var schema = SchemaOf(plugin);
        try
        {
            var issues = schema.Validate(config);
            return ConfigCheck.Of(issues.Concat(await plugin.ValidateAsync(config, cancellationToken)));
        }
        catch (PluginException error)
        {
            throw PluginRequests.Unusable(plugin.Plugin.Id!, error.Problem);
        }
        catch (ConfigSchemaException error)
        {
            throw SchemaUnusable(plugin, error);
        }
    }

    /// <exception cref="ConnectorRequestException">It is no schema.</exception>
    internal static ConfigSchema SchemaOf(LoadedPlugin plugin)
    {
        try
        {
            return ConfigSchema.Parse(plugin.Plugin.ConfigSchemaJson ?? "{}");
        }
        catch (ConfigSchemaException error)
        {
            throw SchemaUnusable(plugin, error);
        }
    }

    internal Task<LoadedPlugin> LoadForAdministratorAsync(string pluginId, CancellationToken cancellationToken) =>
        LoadForAdministratorAsync(pluginId, ConnectorIsolation.None, cancellationToken);

    internal async Task<LoadedPlugin> LoadForAdministratorAsync(
        string pluginId, ConnectorIsolation isolation, CancellationToken cancellationToken)
    {
        var installed = catalog.Find(pluginId) ?? throw PluginRequests.NotFound(pluginId, catalog.All);
        if (installed.State is not (PluginState.Active or PluginState.Degraded))
        {
            Log.RunForAdministrator(logger, pluginId, installed.State);
        }

        try
        {
            return await catalog.LoadAsync(pluginId, isolation, cancellationToken);
        }
        catch (PluginException error)
        {
            throw PluginRequests.Unusable(pluginId, error.Problem);
        }
    }

    private static ConnectorRequestException SchemaUnusable(LoadedPlugin plugin, ConfigSchemaException error) =>
        PluginRequests.Unusable(plugin.Plugin.Id!, PluginRequests.SchemaUnusable(error.Message));
}
