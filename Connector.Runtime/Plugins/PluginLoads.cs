using System.Diagnostics.CodeAnalysis;
using Connector.Runtime.Connectors;
using Connector.Runtime.Isolation;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>
/// What has been loaded, one build per id, for this process and for workers, and what became of it. Thread-safe.
/// </summary>
/// <remarks>
/// A failure stays until other bytes are dropped: each try of a constructor that hangs would cost a thread for good.
/// </remarks>
internal sealed class PluginLoads(
    PluginActivator activator, PluginIsolation isolation, PluginGuards guards, ILogger logger)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Id, ConnectorIsolation Where), Load> loads = [];
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
    /// <param name="where">Where its code is to run.</param>
    /// <returns>The first load of that id.</returns>
    public Task<LoadedPlugin> GetOrStart(InstalledPlugin plugin, ConnectorIsolation where)
    {
        var key = (plugin.Id!, where);
        lock (gate)
        {
            if (!loads.TryGetValue(key, out var load) || (load.Failure is not null && load.Hash != plugin.Hash))
            {
                load = new Load(plugin.Hash);
                load.Task = Task.Run(() => RunAsync(plugin, where, load));
                loads[key] = load;
            }

            return load.Task!;
        }
    }

    /// <summary>Finds a load that runs or has succeeded, whatever lies in the folder now.</summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="where">Where its code runs.</param>
    /// <param name="load">The load.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(string id, ConnectorIsolation where, [NotNullWhen(true)] out Task<LoadedPlugin>? load)
    {
        lock (gate)
        {
            load = loads.TryGetValue((id, where), out var known) && known.Failure is null ? known.Task : null;
            return load is not null;
        }
    }

    /// <summary>Loads another build beside the one that serves; nobody finds it until <see cref="Replace"/>.</summary>
    /// <param name="plugin">A usable plugin.</param>
    /// <param name="where">Where its code is to run.</param>
    /// <returns>The build.</returns>
    /// <exception cref="PluginException">It can't be loaded.</exception>
    public Task<LoadedPlugin> TryOutAsync(InstalledPlugin plugin, ConnectorIsolation where) =>
        Task.Run(() => LoadAsync(plugin, where));

    /// <summary>Lets another build take the place of the one that serves, wherever that runs.</summary>
    /// <param name="next">The build, once for each place where it is to run.</param>
    /// <returns>The earlier build.</returns>
    public IReadOnlyList<LoadedPlugin> Replace(IReadOnlyList<LoadedPlugin> next)
    {
        var (id, version) = (next[0].Plugin.Id!, next[0].Plugin.Version);
        PluginLog.Loaded(logger, id, version);
        lock (gate)
        {
            var earlier = Remove(id);
            foreach (var build in next)
            {
                loads[(id, build.Isolation)] =
                    new Load(build.Plugin.Hash) { Task = Task.FromResult(build), Serving = build };
            }

            return earlier;
        }
    }

    /// <summary>Lets nothing serve an id any more.</summary>
    /// <param name="id">The manifest's id.</param>
    /// <returns>The build that served, once for each place where it ran.</returns>
    public IReadOnlyList<LoadedPlugin> Remove(string id)
    {
        lock (gate)
        {
            var removed = loads.Where(load => load.Key.Id == id).ToList();
            removed.ForEach(load => loads.Remove(load.Key));
            return [.. removed.Select(load => load.Value.Serving).OfType<LoadedPlugin>()];
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
            var known = loads.Where(load => load.Key.Id == plugin.Id).Select(load => load.Value).ToList();
            if (known.Find(load => load.Failure is not null) is { Failure: { } failure } failed)
            {
                return new PluginUse(failed.Hash, failure.State, [failure.Problem]);
            }

            var other = known.Find(load => load.Hash != plugin.Hash);
            return other is null ? null : RestartRequired(plugin, other.Hash);
        }
    }

    private async Task<LoadedPlugin> RunAsync(InstalledPlugin plugin, ConnectorIsolation where, Load load)
    {
        try
        {
            var loaded = await LoadAsync(plugin, where);
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

    private async Task<LoadedPlugin> LoadAsync(InstalledPlugin plugin, ConnectorIsolation where) =>
        where == ConnectorIsolation.Process
            ? isolation.Isolate(plugin, guards)
            : await activator.ActivateAsync(plugin, isCollectible: NextGeneration(plugin.Id!) > 1);

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
