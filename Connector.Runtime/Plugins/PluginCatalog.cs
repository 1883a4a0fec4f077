using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>All plugins that are installed, usable or not. Thread-safe.</summary>
/// <remarks>Scanning never runs plugin code; only loading does, and only for a plugin that is asked for.</remarks>
public sealed class PluginCatalog
{
    internal PluginCatalog(
        PluginOptions options,
        string contentRoot,
        string dataPath,
        TimeProvider timeProvider,
        ILogger<PluginCatalog> logger)
    {
        _ = (options, contentRoot, dataPath, timeProvider, logger);
        All = [];
    }

    /// <summary>Everything found by the last scan, sorted by id; what has no id comes last, sorted by path.</summary>
    public IReadOnlyList<InstalledPlugin> All { get; }

    /// <summary>Looks the plugin folders through again. A broken plugin is an entry of <see cref="All"/>, not an exception.</summary>
    /// <param name="cancellationToken">Stops the scan; the previous result stays.</param>
    /// <returns>A task that ends when <see cref="All"/> is up to date.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public Task ScanAsync(CancellationToken cancellationToken) => Task.FromResult(All);

    /// <summary>Finds the plugin to show or load under an id.</summary>
    /// <param name="id">The manifest's id; case matters.</param>
    /// <returns>The plugin in whatever state, or <see langword="null"/>.</returns>
    public InstalledPlugin? Find(string id) => All.FirstOrDefault(plugin => plugin.Id == id);

    /// <summary>Loads a plugin and constructs its entry type, once per id.</summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="cancellationToken">Ends the wait; the load goes on for others who wait.</param>
    /// <returns>The loaded plugin.</returns>
    /// <exception cref="PluginException">It can't be loaded; the entry's state says so too.</exception>
    internal Task<LoadedPlugin> LoadAsync(string id, CancellationToken cancellationToken) =>
        throw ProblemKinds.NotInstalled.Thrown($"There is no plugin '{id}' ({All.Count}).", "Install it.");

    /// <summary>Records how the connectors of a plugin fare.</summary>
    /// <param name="id">The manifest's id.</param>
    /// <param name="state">Active, Disabled, Degraded or Faulted.</param>
    /// <param name="problems">What to show beside the problems that inspection found.</param>
    internal void ReportUse(string id, PluginState state, IReadOnlyList<PluginProblem> problems)
    {
        _ = All.Count;
    }
}
