using System.Collections.Concurrent;
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
        loads = new PluginLoads(new PluginActivator(host, options.ActivationTimeout, timeProvider), logger);
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

    /// <summary>Loads a plugin and constructs its entry type, once per id.</summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="cancellationToken">Ends the wait; the load goes on for others who wait.</param>
    /// <returns>The loaded plugin.</returns>
    /// <exception cref="PluginException">It can't be loaded; the entry's state says so too.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    internal async Task<LoadedPlugin> LoadAsync(string id, CancellationToken cancellationToken)
    {
        // What runs keeps running, whatever was dropped over it since.
        if (loads.TryFind(id, out var running))
        {
            return await running.WaitAsync(cancellationToken);
        }

        var plugin = FindUsable(id);
        await trust.RecordUseAsync(plugin, cancellationToken);
        return await loads.GetOrStart(plugin).WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Records how the connectors of a plugin fare. A failed load, and a failed inspection, outrank it.
    /// </summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="state">Active, Disabled, Degraded or Faulted.</param>
    /// <param name="problems">What to show beside the problems that inspection found.</param>
    internal void ReportUse(string id, PluginState state, IReadOnlyList<PluginProblem> problems) =>
        uses[id] = new PluginUse(FindInspected(id)?.Hash, state, problems);

    /// <summary>The folder that the operator drops plugins into.</summary>
    internal string DropPath => folders.Dropped;

    /// <summary>Whether a change of the plugin folder is under way.</summary>
    internal bool IsMoving => drops.IsMoving;

    /// <summary>Ends when every build that was replaced has been unloaded, or hasn't in all patience.</summary>
    internal Task Retired => retired.Ended;

    /// <summary>How many replaced builds are in memory, those included that can't be unloaded.</summary>
    internal int RetiredInMemory => retired.Hashes.Count;

    /// <summary>Takes in that something happened to a file of the plugin folder.</summary>
    internal void Touch(string? path) => drops.Touch(path);

    /// <summary>Looks whether <see cref="LookAsync"/> would find something new. Reads no files.</summary>
    /// <returns><see langword="null"/> when the folder is missing or can't be listed.</returns>
    internal bool? Observe() => drops.Observe();

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
        var changes = PluginChanges.Between(dropped, [.. loads.Serving.Select(build => build.Plugin)], earlier);
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

    /// <summary>Loads a build beside the one that serves.</summary>
    /// <exception cref="PluginException">It can't be loaded, or must not be.</exception>
    internal async Task<LoadedPlugin> TryOutAsync(InstalledPlugin candidate, CancellationToken cancellationToken)
    {
        await trust.RecordUseAsync(candidate, cancellationToken);
        return await loads.TryOutAsync(candidate);
    }

    /// <summary>Lets a build take the place of the one that serves, which the caller retires.</summary>
    /// <returns>The earlier build.</returns>
    internal LoadedPlugin? Accept(LoadedPlugin next)
    {
        var earlier = loads.Replace(next);
        Show(next.Plugin.Id!, next.Plugin);
        return earlier;
    }

    /// <summary>Lets nothing serve an id, until it is loaded anew; the caller retires what did.</summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="candidate">What is installed under the id from now on.</param>
    /// <returns>The earlier build.</returns>
    internal LoadedPlugin? Withdraw(string id, InstalledPlugin? candidate)
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
    internal void Retire(LoadedPlugin build) => retired.Retire(build);

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
        var use = loads.Judge(plugin) ?? (plugin.Id is null ? null : uses.GetValueOrDefault(plugin.Id));
        var shown = trust.Note(use?.ApplyTo(plugin) ?? plugin);
        if (plugin.Id is null || (updates.Find(plugin.Id) ?? retired.Find(plugin.Id)) is null)
        {
            return shown;
        }

        PluginProblem?[] notes = [updates.Find(plugin.Id), .. shown.Problems, retired.Find(plugin.Id)];
        return shown.With(shown.State, [.. notes.OfType<PluginProblem>().OrderBy(problem => problem.Severity)]);
    }
}
