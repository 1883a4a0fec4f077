using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Builds that another has taken the place of. Unloads them once their last connector is gone, and finds out whether
/// that worked: a plugin that left a thread, a timer or a cache behind stays in memory. Thread-safe.
/// </summary>
internal sealed class RetiredBuilds(WatchPace pace, TimeProvider timeProvider, ILogger logger)
{
    private const int Looks = 10;

    // As long as an attempt and the disposal of a connector may take, and then some.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Lock gate = new();
    private readonly List<Retired> builds = [];
    private Task ended = Task.CompletedTask;
    private long lastCollection;

    /// <summary>The builds that may still be in memory.</summary>
    public IReadOnlyList<string> Hashes
    {
        get
        {
            lock (gate)
            {
                builds.RemoveAll(build => build.IsGone);
                return [.. builds.Select(build => build.Hash)];
            }
        }
    }

    /// <summary>Ends when every build is gone, or has outlasted all patience.</summary>
    public Task Ended
    {
        get
        {
            lock (gate)
            {
                return ended;
            }
        }
    }

    /// <summary>Unloads builds when the last of their connectors has been disposed.</summary>
    /// <param name="plugins">Nothing new is made of them.</param>
    public void Retire(IEnumerable<LoadedPlugin> plugins)
    {
        foreach (var plugin in plugins)
        {
            Retire(plugin);
        }
    }

    /// <summary>What to tell of the builds of a plugin that could not be unloaded.</summary>
    /// <param name="id">The manifest's id.</param>
    public PluginProblem? Find(string id)
    {
        lock (gate)
        {
            var left = builds.Where(build => build.Id == id && build.IsOverdue && !build.IsGone).ToList();
            return left.Count == 0 ? null : ProblemKinds.UnloadPending.Because(
                $"{left.Count} replaced {(left.Count == 1 ? "build is" : "builds are")} still in memory (version "
                + $"{string.Join(", ", left.Select(build => build.Version ?? "unknown").Distinct().Take(5))}): "
                + "something in the plugin outlives its connectors.",
                "It does no harm but for the memory; a restart frees it. The author should end threads, timers and "
                + "event handlers when a connector is disposed.");
        }
    }

    private void Retire(LoadedPlugin plugin)
    {
        var retired = new Retired(plugin.Plugin.Id!, plugin.Plugin.Version, plugin.Plugin.Hash!);
        lock (gate)
        {
            builds.Add(retired);
            var ending = RetireAsync(retired, plugin);
            ended = ended.IsCompleted ? ending : Task.WhenAll(ended, ending);
        }
    }

    private async Task RetireAsync(Retired retired, LoadedPlugin plugin)
    {
        await DrainAsync(plugin);
        retired.Code = plugin.Release();
        if (retired.Code is null)
        {
            retired.IsPermanent = true;
            PluginLog.StaysLoaded(logger, retired.Id, retired.Version);
            return;
        }

        await FollowAsync(retired);
    }

    private async Task DrainAsync(LoadedPlugin plugin)
    {
        await Task.Yield();
        try
        {
            await plugin.Connectors.CloseAsync().WaitAsync(Patience, timeProvider);
        }
        catch (TimeoutException)
        {
            PluginLog.NotDrained(logger, plugin.Plugin.Id!, plugin.Plugin.Version);
        }
    }

    private async Task FollowAsync(Retired retired)
    {
        for (var look = 0; look < Looks; look++)
        {
            Collect();
            if (retired.IsGone)
            {
                PluginLog.Unloaded(logger, retired.Id, retired.Version);
                return;
            }

            await Task.Delay(pace.Unload, timeProvider);
        }

        retired.IsOverdue = !retired.IsGone;
        if (retired.IsOverdue)
        {
            PluginLog.NotUnloaded(logger, retired.Id, retired.Version);
        }
    }

    // One collection serves all builds that wait for it. Unloading takes several, and may wait for finalizers.
    private void Collect()
    {
        lock (gate)
        {
            if (lastCollection != 0 && timeProvider.GetElapsedTime(lastCollection) < pace.Unload / 2)
            {
                return;
            }

            ReflectionCaches.Clear();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            lastCollection = timeProvider.GetTimestamp();
        }
    }

    private sealed class Retired(string id, string? version, string hash)
    {
        public string Id => id;

        public string? Version => version;

        public string Hash => hash;

        public WeakReference? Code { get; set; }

        public bool IsPermanent { get; set; }

        public bool IsOverdue { get; set; }

        public bool IsGone => !IsPermanent && Code is { IsAlive: false };
    }
}
