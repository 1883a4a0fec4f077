using System.Collections.Concurrent;
using System.Runtime.Loader;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>The guards of all builds of plugins that are loaded. Keeps none of them alive. Thread-safe.</summary>
internal sealed class PluginGuards(int maxThreads, TimeProvider timeProvider, ILogger logger)
{
    private readonly ConcurrentDictionary<(string Id, string? Hash), WeakReference<PluginGuard>> guards = new();

    public TimeProvider TimeProvider => timeProvider;

    /// <summary>Makes the guard of a build that is about to run.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="context">What it is loaded into.</param>
    public PluginGuard Create(InstalledPlugin plugin, AssemblyLoadContext context)
    {
        Forget();
        var guard = new PluginGuard(plugin.Id!, maxThreads, timeProvider, logger);
        guards[(plugin.Id!, plugin.Hash)] = new WeakReference<PluginGuard>(guard);
        PluginContexts.Add(context, guard);
        return guard;
    }

    /// <summary>What running tells about a plugin as it is in its folder now.</summary>
    /// <returns>A use that outranks all others, or <see langword="null"/>.</returns>
    public PluginUse? Judge(InstalledPlugin plugin) => Find(plugin) is { Quarantine: { } quarantine }
        ? new PluginUse(plugin.Hash, PluginState.Quarantined, [QuarantineProblem.Of(plugin.Id!, quarantine)])
        : null;

    /// <summary>The guard of a plugin that is loaded as it is in its folder now.</summary>
    public PluginGuard? Find(InstalledPlugin plugin) =>
        plugin.Id is not null
        && guards.TryGetValue((plugin.Id, plugin.Hash), out var known)
        && known.TryGetTarget(out var guard)
            ? guard
            : null;

    private void Forget()
    {
        foreach (var (build, guard) in guards)
        {
            if (!guard.TryGetTarget(out _))
            {
                guards.TryRemove(new(build, guard));
            }
        }
    }
}
