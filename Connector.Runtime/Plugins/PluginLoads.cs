using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>What has been loaded, one build per id, and what became of it. Thread-safe.</summary>
/// <remarks>
/// A failure stays until other bytes are dropped: each try of a constructor that hangs would cost a thread for good.
/// </remarks>
internal sealed class PluginLoads(PluginActivator activator, ILogger logger)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Load> loads = [];
    private readonly Dictionary<string, int> generations = [];

    /// <summary>The builds that serve.</summary>
    public IReadOnlyList<LoadedPlugin> Serving
    {
        get
        {
            lock (gate)
            {
                return [.. loads.Values.Select(load => load.Serving).OfType<LoadedPlugin>()];
            }
        }
    }

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

    /// <summary>Loads another build beside the one that serves; nobody finds it until <see cref="Replace"/>.</summary>
    /// <param name="plugin">A usable plugin.</param>
    /// <returns>The build.</returns>
    /// <exception cref="PluginException">It can't be loaded.</exception>
    public Task<LoadedPlugin> TryOutAsync(InstalledPlugin plugin) =>
        Task.Run(() => activator.ActivateAsync(plugin, isCollectible: NextGeneration(plugin.Id!) > 1));

    /// <summary>Lets another build take the place of the one that serves.</summary>
    /// <param name="next">The build.</param>
    /// <returns>The earlier build.</returns>
    public LoadedPlugin? Replace(LoadedPlugin next)
    {
        var id = next.Plugin.Id!;
        PluginLog.Loaded(logger, id, next.Plugin.Version);
        lock (gate)
        {
            var earlier = loads.GetValueOrDefault(id)?.Serving;
            loads[id] = new Load(next.Plugin.Hash) { Task = Task.FromResult(next), Serving = next };
            return earlier;
        }
    }

    /// <summary>Lets nothing serve an id any more.</summary>
    /// <param name="id">The manifest's id.</param>
    /// <returns>The build that served.</returns>
    public LoadedPlugin? Remove(string id)
    {
        lock (gate)
        {
            return loads.Remove(id, out var load) ? load.Serving : null;
        }
    }

    /// <summary>Waits until no load is under way.</summary>
    public async Task SettleAsync()
    {
        Task[] running;
        lock (gate)
        {
            running = [.. loads.Values.Select(load => load.Task!)];
        }

        // Who asked for a load hears what became of it.
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
            var loaded = await activator.ActivateAsync(plugin, isCollectible: NextGeneration(plugin.Id!) > 1);
            PluginLog.Loaded(logger, plugin.Id!, plugin.Version);
            lock (gate)
            {
                load.Serving = loaded;
            }

            return loaded;
        }
        catch (PluginException e)
        {
            lock (gate)
            {
                // Without what the plugin threw, which would keep the plugin in memory.
                load.Failure = new PluginException(e.State, e.Problem);
            }

            PluginLog.LoadFailed(logger, plugin.Id!, e.State, e.Problem.Code, e.Problem.Cause, e.Problem.Fix);
            throw;
        }
    }

    // The first build of a plugin stays as long as the process, for which it runs at full speed. Most have no other.
    private int NextGeneration(string id)
    {
        lock (gate)
        {
            return generations[id] = generations.GetValueOrDefault(id) + 1;
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

        public LoadedPlugin? Serving { get; set; }

        public PluginException? Failure { get; set; }
    }
}
