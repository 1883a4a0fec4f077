using System.Collections.Concurrent;
using Connector.Runtime.Isolation;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>All plugins that are installed, usable or not. Thread-safe.</summary>
/// <remarks>Scanning never runs plugin code; only loading does, and only for a plugin that is asked for.</remarks>
public sealed class PluginCatalog
{
    private readonly ConcurrentDictionary<string, PluginUse> uses = new();
    private readonly Lazy<HostAssemblies> host = new(() => new HostAssemblies());
    private readonly PluginFolders folders;
    private readonly StagedCopies stagedCopies;
    private readonly PluginLoads loads;
    private readonly PluginGuards guards;
    private readonly PluginIsolation isolation;
    private readonly ILogger<PluginCatalog> logger;
    private volatile InstalledPlugin[] found = [];

    internal PluginCatalog(
        PluginOptions options,
        string contentRoot,
        string dataPath,
        TimeProvider timeProvider,
        ILogger<PluginCatalog> logger)
    {
        this.logger = logger;
        folders = new PluginFolders(options, contentRoot, dataPath);
        stagedCopies = new StagedCopies(folders.Staged, timeProvider);
        isolation = new PluginIsolation(options);
        guards = new PluginGuards(options.MaxThreads, timeProvider, logger);
        loads = new PluginLoads(new PluginActivator(host, guards, options.ActivationTimeout), logger);
    }

    /// <summary>Everything found by the last scan, sorted by id; what has no id comes last, sorted by path.</summary>
    public IReadOnlyList<InstalledPlugin> All => Array.ConvertAll(found, Present);

    /// <summary>
    /// Looks the plugin folders through again. A broken plugin is an entry of <see cref="All"/>, not an exception.
    /// </summary>
    /// <param name="cancellationToken">Stops the scan; the previous result stays.</param>
    /// <returns>A task that ends when <see cref="All"/> is up to date.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task ScanAsync(CancellationToken cancellationToken)
    {
        folders.CreateDefault();
        stagedCopies.RemoveLeftovers();
        var scanner = new PluginScanner(new PluginInspector(host.Value), stagedCopies);
        var dropped = scanner.ScanAsync(folders.Dropped, cancellationToken);
        var bundled = folders.HasBundled ? await scanner.ScanAsync(folders.Bundled!, cancellationToken) : [];
        found = PluginConflicts.Merge(
            [.. PluginConflicts.RejectDuplicates(await dropped)],
            [.. PluginConflicts.RejectDuplicates(bundled)]);
        Report();
    }

    /// <summary>Finds the plugin to show or load under an id.</summary>
    /// <param name="id">The manifest's id; case matters.</param>
    /// <returns>The plugin in whatever state, or <see langword="null"/>.</returns>
    public InstalledPlugin? Find(string id) => FindInspected(id) is { } plugin ? Present(plugin) : null;

    /// <summary>Loads a plugin and constructs its entry type, once per id.</summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="cancellationToken">Ends the wait; the load goes on for others who wait.</param>
    /// <returns>The loaded plugin.</returns>
    /// <exception cref="PluginException">It can't be loaded; the entry's state says so too.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    internal async Task<LoadedPlugin> LoadAsync(string id, CancellationToken cancellationToken)
    {
        // What runs keeps running, whatever was dropped over it since.
        var running = loads.TryFind(id, out var load) ? load : loads.GetOrStart(FindUsable(id));
        return await running.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Records how the connectors of a plugin fare. A failed load, and a failed inspection, outrank it.
    /// </summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="state">Active, Disabled, Degraded or Faulted.</param>
    /// <param name="problems">What to show beside the problems that inspection found.</param>
    internal void ReportUse(string id, PluginState state, IReadOnlyList<PluginProblem> problems) =>
        uses[id] = new PluginUse(FindInspected(id)?.Hash, state, problems);

    /// <summary>Prepares a plugin to run in worker processes; none of its code runs in this one.</summary>
    /// <param name="id">The manifest's id.</param>
    /// <returns>The plugin.</returns>
    /// <exception cref="PluginException">It can't be used, or there is no program to run workers with.</exception>
    internal LoadedPlugin Isolate(string id) => isolation.Isolate(FindUsable(id), guards);

    /// <summary>The guards of a plugin's build that is loaded; there is one more for each isolated connector.</summary>
    internal IReadOnlyList<PluginGuard> FindGuards(InstalledPlugin plugin) => guards.Find(plugin);

    private InstalledPlugin? FindInspected(string id) => Array.Find(found, plugin => plugin.Id == id);

    private InstalledPlugin FindUsable(string id)
    {
        if (FindInspected(id) is not { } plugin)
        {
            throw ProblemKinds.NotInstalled.Thrown(
                $"No plugin '{id}' is installed.", "Drop it into the plugin folder, or correct the id.");
        }

        return plugin.StagedAssembly is not null && plugin.State == PluginState.Available
            ? plugin
            : throw new PluginException(plugin.State, plugin.Problems[0]);
    }

    private InstalledPlugin Present(InstalledPlugin plugin)
    {
        var use = guards.Judge(plugin)
            ?? loads.Judge(plugin)
            ?? (plugin.Id is null ? null : uses.GetValueOrDefault(plugin.Id));
        return use?.ApplyTo(plugin) ?? plugin;
    }

    private void Report()
    {
        PluginLog.Scanned(logger, found.Length, found.Count(plugin => plugin.State == PluginState.Available));
        foreach (var plugin in found)
        {
            foreach (var (code, severity, cause, fix) in plugin.Problems)
            {
                if (severity == PluginProblemSeverity.Error)
                {
                    PluginLog.Unusable(logger, plugin.Path, plugin.State, code, cause, fix);
                }
                else
                {
                    PluginLog.Doubtful(logger, plugin.Path, code, cause, fix);
                }
            }
        }
    }
}
