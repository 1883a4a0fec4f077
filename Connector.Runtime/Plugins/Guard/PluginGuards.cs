using System.Runtime.Loader;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>The guards of all builds of plugins that are loaded. Keeps none of them alive. Thread-safe.</summary>
internal sealed class PluginGuards(int maxThreads, TimeProvider timeProvider, ILogger logger)
{
    private readonly Lock gate = new();
    private readonly List<(string Id, string? Hash, WeakReference<PluginGuard> Guard)> guards = [];

    public TimeProvider TimeProvider => timeProvider;

    public int MaxThreads => maxThreads;

    /// <summary>Makes the guard of a build that is about to run in this process.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="context">What it is loaded into.</param>
    public PluginGuard Create(InstalledPlugin plugin, AssemblyLoadContext context)
    {
        var guard = Create(plugin);
        PluginContexts.Add(context, guard);
        return guard;
    }

    /// <summary>Makes the guard of a connector that is to run elsewhere.</summary>
    public PluginGuard Create(InstalledPlugin plugin)
    {
        var guard = new PluginGuard(plugin.Id!, maxThreads, timeProvider, logger);
        lock (gate)
        {
            guards.RemoveAll(known => !known.Guard.TryGetTarget(out _));
            guards.Add((plugin.Id!, plugin.Hash, new WeakReference<PluginGuard>(guard)));
        }

        return guard;
    }

    /// <summary>What running tells about a plugin as it is in its folder now.</summary>
    /// <returns>A use that outranks all others, or <see langword="null"/>.</returns>
    public PluginUse? Judge(InstalledPlugin plugin) =>
        Find(plugin).Select(guard => guard.Quarantine).FirstOrDefault(quarantine => quarantine is not null) is { } first
            ? new PluginUse(plugin.Hash, PluginState.Quarantined, [QuarantineProblem.Of(plugin.Id!, first)])
            : null;

    /// <summary>The guards of a plugin that is loaded as it is in its folder now.</summary>
    public IReadOnlyList<PluginGuard> Find(InstalledPlugin plugin)
    {
        var found = new List<PluginGuard>();
        lock (gate)
        {
            foreach (var known in guards)
            {
                if (known.Id == plugin.Id && known.Hash == plugin.Hash && known.Guard.TryGetTarget(out var guard))
                {
                    found.Add(guard);
                }
            }
        }

        return found;
    }
}
