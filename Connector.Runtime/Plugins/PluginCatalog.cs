using System.Collections.Concurrent;
using Connector.Runtime.Connectors;
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
    private readonly PluginTrust trust;
    private readonly PluginDrops drops;
    private readonly PluginLoads loads;
    private readonly PluginGuards guards;
    private readonly PluginUpdates updates;
    private readonly RetiredBuilds retired;
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
        trust = new PluginTrust(options, folders, timeProvider, logger);
        drops = new PluginDrops(
            folders,
            new Lazy<PluginScanner>(() => new PluginScanner(new PluginInspector(host.Value), stagedCopies)),
            new SettlingDrops(options.Pace, timeProvider),
            trust);
        guards = new PluginGuards(options.MaxThreads, timeProvider, logger);
        var activator = new PluginActivator(host, guards, options.ActivationTimeout);
        loads = new PluginLoads(activator, new PluginIsolation(options), guards, logger);
        updates = new PluginUpdates(logger);
        retired = new RetiredBuilds(options.Pace, timeProvider, logger);
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
        found = await drops.ReadAllAsync(cancellationToken);
        PluginFindings.Report(logger, found);
    }

    /// <summary>Finds the plugin to show or load under an id.</summary>
    /// <param name="id">The manifest's id; case matters.</param>
    /// <returns>The plugin in whatever state, or <see langword="null"/>.</returns>
    public InstalledPlugin? Find(string id) => FindInspected(id) is { } plugin ? Present(plugin) : null;

    internal Task<LoadedPlugin> LoadAsync(string id, CancellationToken cancellationToken) =>
        LoadAsync(id, ConnectorIsolation.None, cancellationToken);

    /// <summary>
    /// Makes a plugin's code callable: in this process, where it is constructed once per id, or in workers.
    /// </summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="where">Whether its code may run in this process.</param>
    /// <param name="cancellationToken">Ends the wait; the load goes on for others who wait.</param>
    /// <returns>The loaded plugin.</returns>
    /// <exception cref="PluginException">It can't be loaded; the entry's state says so too.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    internal async Task<LoadedPlugin> LoadAsync(
        string id, ConnectorIsolation where, CancellationToken cancellationToken)
    {
        // What runs keeps running, whatever was dropped over it since.
        if (loads.TryFind(id, where, out var running))
        {
            return await running.WaitAsync(cancellationToken);
        }

        var plugin = FindUsable(id);
        await trust.RecordUseAsync(plugin, cancellationToken);
        return await loads.GetOrStart(plugin, where).WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Records how the connectors of a plugin fare. A failed load, and a failed inspection, outrank it.
    /// </summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="state">Active, Disabled, Degraded or Faulted.</param>
    /// <param name="problems">What to show beside the problems that inspection found.</param>
    internal void ReportUse(string id, PluginState state, IReadOnlyList<PluginProblem> problems) =>
        uses[id] = new PluginUse(FindInspected(id)?.Hash, state, problems);

    /// <summary>The guards of a plugin's build that is loaded; there is one more for each isolated connector.</summary>
    internal IReadOnlyList<PluginGuard> FindGuards(InstalledPlugin plugin) => guards.Find(plugin);

    /// <summary>What lies in the plugin folders, for who follows it.</summary>
    internal PluginDrops Drops => drops;

    /// <summary>The builds that others have taken the place of.</summary>
    internal RetiredBuilds Retired => retired;

    /// <summary>
    /// Reads what has changed in the plugin folders since the last time. For one caller at a time. What serves stays
    /// as it is, whatever was dropped over it; the caller decides.
    /// </summary>
    /// <param name="cancellationToken">Stops it; the previous result stays.</param>
    internal async Task<PluginChanges> LookAsync(CancellationToken cancellationToken)
    {
        var dropped = await drops.ReadChangedAsync(cancellationToken);
        await loads.SettleAsync();
        var earlier = found;
        var serving = loads.Serving.Select(build => build.Plugin).DistinctBy(plugin => plugin.Id);
        var changes = PluginChanges.Between(dropped, [.. serving], earlier);
        found = changes.Accepted;
        updates.Keep(changes.Updates);
        if (changes.FindNews(earlier) is [_, ..] news)
        {
            PluginFindings.Report(logger, news);
        }

        return changes;
    }

    /// <summary>Whether a drop over a build that serves has been tried out as it is.</summary>
    internal bool WasTried(PluginUpdate update) => updates.WasTried(update);

    /// <summary>Loads a build beside the one that serves. Its use isn't recorded before it takes over.</summary>
    /// <param name="candidate">The build.</param>
    /// <param name="places">Where its code is to run.</param>
    /// <returns>The build, once for each place.</returns>
    /// <exception cref="PluginException">It can't be loaded, or must not be.</exception>
    internal async Task<IReadOnlyList<LoadedPlugin>> TryOutAsync(
        InstalledPlugin candidate, IEnumerable<ConnectorIsolation> places)
    {
        trust.RequireTrusted(candidate);
        var builds = new List<LoadedPlugin>();
        try
        {
            foreach (var place in places)
            {
                builds.Add(await loads.TryOutAsync(candidate, place));
            }

            return builds;
        }
        catch (PluginException)
        {
            Retire(builds);
            throw;
        }
    }

    /// <summary>Records that a build is about to take over.</summary>
    /// <exception cref="PluginException">It must not, since a moment ago.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    internal Task RecordUseAsync(InstalledPlugin candidate, CancellationToken cancellationToken) =>
        trust.RecordUseAsync(candidate, cancellationToken);

    /// <summary>Lets a build take the place of the one that serves, which the caller retires.</summary>
    /// <param name="next">The build, once for each place where it is to run.</param>
    /// <returns>The earlier build.</returns>
    internal IReadOnlyList<LoadedPlugin> Accept(IReadOnlyList<LoadedPlugin> next)
    {
        var earlier = loads.Replace(next);
        Show(next[0].Plugin.Id!, next[0].Plugin);
        return earlier;
    }

    /// <summary>Lets nothing serve an id, until it is loaded anew; the caller retires what did.</summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="candidate">What is installed under the id from now on.</param>
    /// <returns>The earlier build.</returns>
    internal IReadOnlyList<LoadedPlugin> Withdraw(string id, InstalledPlugin? candidate)
    {
        var earlier = loads.Remove(id);
        if (candidate is not null)
        {
            Show(id, candidate);
        }

        return earlier;
    }

    /// <summary>Lets the build that serves go on, and tells the operator why.</summary>
    internal void Reject(PluginUpdate update, PluginProblem why) => updates.Reject(update, why);

    /// <summary>Unloads a build, when nothing of it is in use any more.</summary>
    internal void Retire(IEnumerable<LoadedPlugin> builds) => retired.Retire(builds);

    /// <summary>Removes the staged copies that nobody needs any more.</summary>
    internal void RemoveUnusedCopies() => stagedCopies.RemoveUnused(
    [
        .. found.Select(plugin => plugin.Hash).OfType<string>(),
        .. loads.Serving.Select(build => build.Plugin.Hash!),
        .. retired.Hashes,
        .. trust.KeptHashes,
    ]);

    // In the place of the build that served. A damaged one has no id any more.
    private void Show(string id, InstalledPlugin plugin)
    {
        updates.Forget(id);
        found = PluginConflicts.Sort([.. found.Where(other => other.Id != id), plugin]);
    }

    private InstalledPlugin? FindInspected(string id) => Array.Find(found, plugin => plugin.Id == id);

    private InstalledPlugin FindUsable(string id)
    {
        if (FindInspected(id) is not { } plugin)
        {
            throw ProblemKinds.NotInstalled.Thrown(
                $"No plugin '{id}' is installed.", "Drop it into the plugin folder, or correct the id.");
        }

        return plugin.IsUsable
            ? plugin
            : throw new PluginException(plugin.State, plugin.Problems[0]);
    }

    private InstalledPlugin Present(InstalledPlugin plugin)
    {
        var use = guards.Judge(plugin)
            ?? loads.Judge(plugin)
            ?? (plugin.Id is null ? null : uses.GetValueOrDefault(plugin.Id));
        var shown = trust.Note(use?.ApplyTo(plugin) ?? plugin);
        if (plugin.Id is null || (updates.Find(plugin.Id) ?? retired.Find(plugin.Id)) is null)
        {
            return shown;
        }

        PluginProblem?[] notes = [updates.Find(plugin.Id), .. shown.Problems, retired.Find(plugin.Id)];
        return shown.With(shown.State, [.. notes.OfType<PluginProblem>().OrderBy(problem => problem.Severity)]);
    }
}
