using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>What has been loaded, once per id, and what became of it. Thread-safe.</summary>
/// <remarks>
/// A failure stays until other bytes are dropped: each try of a constructor that hangs would cost a thread for good.
/// </remarks>
internal sealed class PluginLoads(PluginActivator activator, ILogger logger)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Load> loads = [];

    /// <summary>Loads a plugin unless its id has been.</summary>
    /// <param name="plugin">A usable plugin.</param>
    /// <returns>The first load of that id.</returns>
    public Task<LoadedPlugin> GetOrStart(InstalledPlugin plugin)
    {
        lock (gate)
        {
            if (!loads.TryGetValue(plugin.Id!, out var load) || (load.Failure is not null && load.Hash != plugin.Hash))
            {
                load = new Load(plugin.Hash);
                load.Task = Task.Run(() => RunAsync(plugin, load));
                loads[plugin.Id!] = load;
            }

            return load.Task!;
        }
    }

    /// <summary>Finds a load that runs or has succeeded, whatever lies in the folder now.</summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="load">The load.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(string id, [NotNullWhen(true)] out Task<LoadedPlugin>? load)
    {
        lock (gate)
        {
            load = loads.TryGetValue(id, out var known) && known.Failure is null ? known.Task : null;
            return load is not null;
        }
    }

    /// <summary>What loading tells about a plugin as it is in its folder now.</summary>
    /// <param name="plugin">As inspected.</param>
    /// <returns>A use that outranks what its connectors report, or <see langword="null"/>.</returns>
    public PluginUse? Judge(InstalledPlugin plugin)
    {
        lock (gate)
        {
            if (plugin.Id is null || !loads.TryGetValue(plugin.Id, out var load))
            {
                return null;
            }

            if (load.Failure is { } failure)
            {
                return new PluginUse(load.Hash, failure.State, [failure.Problem]);
            }

            return load.Hash == plugin.Hash ? null : RestartRequired(plugin, load.Hash);
        }
    }

    private async Task<LoadedPlugin> RunAsync(InstalledPlugin plugin, Load load)
    {
        try
        {
            var loaded = await activator.ActivateAsync(plugin);
            PluginLog.Loaded(logger, plugin.Id!, plugin.Version);
            return loaded;
        }
        catch (PluginException e)
        {
            lock (gate)
            {
                load.Failure = e;
            }

            PluginLog.LoadFailed(logger, plugin.Id!, e.State, e.Problem.Code, e.Problem.Cause, e.Problem.Fix);
            throw;
        }
    }

    private static PluginUse RestartRequired(InstalledPlugin plugin, string? loadedHash) => new(
        plugin.Hash,
        PluginState.RestartRequired,
        [
            ProblemKinds.RestartRequired.Because(
                $"'{plugin.Path}' has changed to {plugin.Hash}; the host still runs {loadedHash}.",
                "Restart the host to use the new files."),
        ]);

    private sealed class Load(string? hash)
    {
        public string? Hash { get; } = hash;

        public Task<LoadedPlugin>? Task { get; set; }

        public PluginException? Failure { get; set; }
    }
}
