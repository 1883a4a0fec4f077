using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Plugins;
using Connector.Runtime.Schemas;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>Brings one configured connector into service, or says why not.</summary>
internal sealed class ConnectorActivator(
    PluginCatalog catalog,
    ConnectorFactory factory,
    ValidatedConfigs validated,
    ILogger<ConnectorActivator> logger)
{
    private static readonly JsonElement NoConfig = JsonElement.Parse("{}");

    /// <summary>Never throws for a bad connector; its problems are in the result.</summary>
    public async Task<ActivatedConnector> ActivateAsync(ConnectorSettings settings, CancellationToken cancellationToken)
    {
        var plugin = catalog.Find(settings.PluginId);
        var schema = TryParse(plugin?.ConfigSchemaJson);
        var config = schema?.Read(settings.Config) ?? NoConfig;
        var info = Describe(settings, schema?.Redact(config) ?? NoConfig);
        if (Obstacle(settings, plugin) is { } obstacle)
        {
            return new ActivatedConnector(
                info with { State = obstacle.State, Problems = obstacle.Problems }, Running: null);
        }

        return settings.Enabled
            ? await StartAsync(info, schema, config, cancellationToken)
            : new ActivatedConnector(info, Running: null);
    }

    private static ConfigSchema? TryParse(string? schema)
    {
        try
        {
            return schema is null ? null : ConfigSchema.Parse(schema);
        }
        catch (ConfigSchemaException)
        {
            return null;
        }
    }

    private static ConnectorInfo Describe(ConnectorSettings settings, JsonElement redacted) => new()
    {
        Name = settings.Name,
        PluginId = settings.PluginId,
        Enabled = settings.Enabled,
        Countries = settings.Countries,
        Weight = settings.Weight,
        Priority = settings.Priority,
        Source = "Configuration",
        State = ConnectorState.Disabled,
        Config = redacted,
    };

    private (ConnectorState State, IReadOnlyList<ConnectorProblem> Problems)? Obstacle(
        ConnectorSettings settings, InstalledPlugin? plugin)
    {
        if (settings.Problems.Count > 0)
        {
            return (ConnectorState.Invalid, settings.Problems);
        }

        if (plugin is null)
        {
            return (ConnectorState.Invalid, [NotInstalled(settings.PluginId)]);
        }

        return plugin.State is PluginState.Rejected or PluginState.Incompatible or PluginState.Untrusted
            ? (ConnectorState.Failed, [.. plugin.Problems.Take(1).Select(Of)])
            : null;
    }

    private ConnectorProblem NotInstalled(string pluginId)
    {
        var known = catalog.All.Where(plugin => plugin.Id is not null).Select(plugin => plugin.Id!).ToList();
        return new ConnectorProblem(
            "PLUGIN_NOT_FOUND",
            $"No installed plugin has the id {pluginId}.{PluginRequests.Suggestion(pluginId, known)}",
            $"Drop the plugin into the plugins folder, or name one of: {string.Join(", ", known)}.");
    }

    private async Task<ActivatedConnector> StartAsync(
        ConnectorInfo info, ConfigSchema? schema, JsonElement config, CancellationToken cancellationToken)
    {
        try
        {
            var plugin = await catalog.LoadAsync(info.PluginId, cancellationToken);
            var check = await validated.CheckAsync(plugin, schema, config, cancellationToken);
            info = info with { ConfigIssues = [.. check.Errors, .. check.Warnings] };
            if (!check.IsValid)
            {
                return NotRunning(info, ConnectorState.Invalid, ConfigInvalid(check.Errors));
            }

            var running = await factory.CreateAsync(plugin, info.Name, config, cancellationToken);
            Log.ConnectorRunning(logger, info.Name, info.PluginId);
            return new ActivatedConnector(
                info with { State = ConnectorState.Running, Capabilities = running.Capabilities }, running);
        }
        catch (PluginException error)
        {
            return NotRunning(info, ConnectorState.Failed, Of(error.Problem));
        }
        catch (ConfigSchemaException error)
        {
            return NotRunning(info, ConnectorState.Failed, Of(PluginRequests.SchemaUnusable(error.Message)));
        }
    }

    private static ActivatedConnector NotRunning(ConnectorInfo info, ConnectorState state, ConnectorProblem problem) =>
        new(info with { State = state, Problems = [problem] }, Running: null);

    private static ConnectorProblem ConfigInvalid(IReadOnlyList<ConfigIssue> errors) => new(
        "CONFIG_INVALID",
        $"Its configuration has {errors.Count} {(errors.Count == 1 ? "error" : "errors")}: " +
        string.Join(" ", errors.Select(error => $"[{error.Pointer}] {error.Message}")),
        "Mend every place listed and restart.");

    private static ConnectorProblem Of(PluginProblem problem) => new(problem.Code, problem.Cause, problem.Fix);
}
