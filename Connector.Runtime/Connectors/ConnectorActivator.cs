using System.Text.Json;
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
    /// <summary>Never throws for a bad connector; all its problems are in the result.</summary>
    /// <param name="settings">What it is to be.</param>
    /// <param name="serving">
    /// What runs under its name already: it goes on when the plugin would be given the same configuration.
    /// </param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ActivatedConnector> ActivateAsync(
        ConnectorSettings settings, RunningConnector? serving, CancellationToken cancellationToken) =>
        await ActivateAsync(settings, serving, build: null, cancellationToken) with { Settings = settings };

    /// <summary>Creates a connector on a build of its plugin that doesn't serve yet.</summary>
    /// <param name="settings">What it is to be.</param>
    /// <param name="build">The build.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ActivatedConnector> ActivateOnAsync(
        ConnectorSettings settings, LoadedPlugin build, CancellationToken cancellationToken) =>
        await ActivateAsync(settings, serving: null, build, cancellationToken) with { Settings = settings };

    private async Task<ActivatedConnector> ActivateAsync(
        ConnectorSettings settings,
        RunningConnector? serving,
        LoadedPlugin? build,
        CancellationToken cancellationToken)
    {
        var info = Describe(settings);
        if (settings.Obstacle is { } obstacle)
        {
            return Failed(info, obstacle);
        }

        try
        {
            return await ActivateAsync(info, settings, serving, build, cancellationToken);
        }
        catch (PluginException error)
        {
            return Failed(info, ConnectorProblems.Of(error.Problem));
        }
        catch (ConfigSchemaException error)
        {
            return Failed(info, ConnectorProblems.Of(error));
        }
#pragma warning disable CA1031 // Whatever is wrong with one connector must not keep the others from serving.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.ActivationBroke(logger, info.Name, error.GetType().Name);
            return Failed(info, ConnectorProblems.Unforeseen(error));
        }
    }

    private static ConnectorInfo Describe(ConnectorSettings settings) => new()
    {
        Name = settings.Name,
        PluginId = settings.PluginId,
        Enabled = settings.Enabled,
        Countries = settings.Countries,
        ExcludedCountries = settings.ExcludedCountries,
        Concurrency = settings.Concurrency,
        Rate = settings.Rate,
        Isolation = settings.Isolation,
        Weight = settings.Weight,
        Priority = settings.Priority,
        Source = settings.Source,
        Revision = settings.Revision,
        State = settings.Problems.Count == 0 ? ConnectorState.Disabled : ConnectorState.Invalid,
        Problems = settings.Problems,
        Config = settings.ShownConfig,
    };

    private static ActivatedConnector Failed(ConnectorInfo info, ConnectorProblem problem) =>
        NotRunning(info, ConnectorState.Failed, problem);

    private static ActivatedConnector NotRunning(ConnectorInfo info, ConnectorState state, ConnectorProblem problem) =>
        new(info with { State = state, Problems = [.. info.Problems, problem] }, Running: null);

    private async Task<ActivatedConnector> ActivateAsync(
        ConnectorInfo info,
        ConnectorSettings settings,
        RunningConnector? serving,
        LoadedPlugin? build,
        CancellationToken cancellationToken)
    {
        var plugin = build?.Plugin ?? catalog.Find(info.PluginId);
        if (plugin is null || IsUnusable(plugin))
        {
            return WithoutPlugin(info, plugin);
        }

        var schema = ConfigSchema.Parse(plugin.ConfigSchemaJson ?? "{}");
        var config = settings.ReadConfig(schema);
        info = info with { Config = schema.Redact(config) };
        if (!info.Enabled)
        {
            return new ActivatedConnector(info, Running: null);
        }

        var loaded = build ?? await catalog.LoadAsync(info.PluginId, info.Isolation, cancellationToken);
        var check = await validated.CheckAsync(loaded, schema, config, cancellationToken);
        info = info with { ConfigIssues = [.. check.Errors, .. check.Warnings] };
        return check.IsValid
            ? await StartAsync(info, loaded, config, serving, cancellationToken)
            : NotRunning(info, ConnectorState.Invalid, ConnectorProblems.ConfigInvalid(info.Source, check.Errors));
    }

    private static bool IsUnusable(InstalledPlugin plugin) =>
        plugin.State is PluginState.Rejected or PluginState.Incompatible or PluginState.Untrusted;

    private ActivatedConnector WithoutPlugin(ConnectorInfo info, InstalledPlugin? plugin)
    {
        // A connector that is switched off needs no plugin, and one that names none has been told so.
        if (!info.Enabled || info.PluginId.Length == 0)
        {
            return new ActivatedConnector(info, Running: null);
        }

        return plugin is null
            ? NotRunning(info, ConnectorState.Invalid, ConnectorProblems.NotInstalled(info.PluginId, catalog.All))
            : Failed(info, ConnectorProblems.Of(plugin.Problems[0]));
    }

    private async Task<ActivatedConnector> StartAsync(
        ConnectorInfo info,
        LoadedPlugin plugin,
        JsonElement config,
        RunningConnector? serving,
        CancellationToken cancellationToken)
    {
        if (info.Problems.Count > 0)
        {
            return new ActivatedConnector(info, Running: null);
        }

        var isIsolated = info.Isolation == ConnectorIsolation.Process;
        var running = serving?.Uses(plugin.Plugin, config) == true && serving.IsIsolated == isIsolated ? serving : null;
        if (running is null)
        {
            running = await factory.CreateAsync(plugin, info.Name, config, cancellationToken);
            Log.ConnectorRunning(logger, info.Name, info.PluginId);
        }

        return new ActivatedConnector(
            info with { State = ConnectorState.Running, Capabilities = running.Capabilities }, running);
    }
}
