namespace Connector.Runtime.Plugins;

/// <summary>What lies in the plugin folders, as last read. For one caller at a time.</summary>
internal sealed class PluginDrops(
    PluginFolders folders, Lazy<PluginScanner> scanner, SettlingDrops settling, PluginTrust trust)
{
    private readonly DropTouches touches = new(folders.Dropped);
    private readonly Dictionary<string, InstalledPlugin> dropped = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> read = new Dictionary<string, string>(StringComparer.Ordinal);
    private InstalledPlugin[] bundled = [];
    private string trusted = "";

    /// <summary>The folder that the operator drops plugins into.</summary>
    public string Folder => folders.Dropped;

    public bool IsMoving => settling.IsMoving;

    /// <summary>Takes in that something happened to a file. Thread-safe, unlike the rest.</summary>
    /// <param name="path">Where; <see langword="null"/> when that is unknown.</param>
    public void Touch(string? path) => touches.Add(path);

    /// <summary>Reads everything.</summary>
    /// <returns>One plugin per id, and what has none.</returns>
    public async Task<InstalledPlugin[]> ReadAllAsync(CancellationToken cancellationToken)
    {
        // Taken before the files are read, so that a change meanwhile is seen later.
        var stamps = DropStamps.Find(folders.Dropped, touches);
        var reading = scanner.Value.ScanAsync(folders.Dropped, cancellationToken);
        bundled = folders.HasBundled ? await scanner.Value.ScanAsync(folders.Bundled!, cancellationToken) : [];
        dropped.Clear();
        Remember(await reading);
        read = stamps ?? new Dictionary<string, string>(StringComparer.Ordinal);
        settling.Begin(read);
        return Merge();
    }

    /// <summary>Looks whether something has changed and holds still, without reading files.</summary>
    /// <returns>
    /// Whether <see cref="ReadChangedAsync"/> has something to read; <see langword="null"/> when the folder is missing
    /// or can't be listed, which says nothing of the plugins.
    /// </returns>
    public bool? Observe()
    {
        if (DropStamps.Find(folders.Dropped, touches) is not { } stamps)
        {
            return null;
        }

        return settling.Observe(stamps) || trusted != trust.Fingerprint;
    }

    /// <summary>Reads the drops that have changed and hold still.</summary>
    /// <returns>One plugin per id, and what has none.</returns>
    /// <exception cref="PluginException">The folder can't be listed any more.</exception>
    public async Task<InstalledPlugin[]> ReadChangedAsync(CancellationToken cancellationToken)
    {
        var settled = settling.Settled;
        var changed = settled.Where(drop => read.GetValueOrDefault(drop.Key) != drop.Value)
            .Select(drop => drop.Key)
            .ToHashSet(StringComparer.Ordinal);
        var plugins = changed.Count == 0
            ? []
            : await scanner.Value.ScanAsync(folders.Dropped, changed.Contains, cancellationToken);
        foreach (var path in dropped.Keys.Where(path => changed.Contains(path) || !settled.ContainsKey(path)).ToList())
        {
            dropped.Remove(path);
        }

        Remember(plugins);
        read = settled;
        return Merge();
    }

    private void Remember(IEnumerable<InstalledPlugin> plugins)
    {
        foreach (var plugin in plugins)
        {
            dropped[plugin.Path] = plugin;
        }
    }

    private InstalledPlugin[] Merge()
    {
        trusted = trust.Fingerprint;
        var merged = PluginConflicts.Merge(
            [.. PluginConflicts.RejectDuplicates([.. dropped.Values.Where(IsThere)])],
            [.. PluginConflicts.RejectDuplicates(bundled).Select(plugin => plugin with { IsBundled = true })]);
        return Array.ConvertAll(merged, trust.Judge);
    }

    // One that is gone counts for a while, but not against the one that was dropped in its stead under another name.
    private bool IsThere(InstalledPlugin plugin) =>
        plugin.Id is null
        || !dropped.Values.Any(other => other.Id == plugin.Id && other.Path != plugin.Path)
        || Path.Exists(plugin.Path);
}
