namespace Connector.Runtime.Plugins;

/// <summary>Settles which plugin serves an id when several have it.</summary>
internal static class PluginConflicts
{
    /// <summary>Rejects every plugin of one folder that shares its id with another of that folder.</summary>
    /// <param name="plugins">All plugins of one folder.</param>
    /// <returns>The same plugins; which one to run is the operator's choice, so none of the doubles is.</returns>
    public static IEnumerable<InstalledPlugin> RejectDuplicates(IReadOnlyList<InstalledPlugin> plugins)
    {
        foreach (var plugin in plugins)
        {
            var others = plugins
                .Where(other => other.Path != plugin.Path && other.Id is not null && other.Id == plugin.Id)
                .Select(other => $"'{other.Path}'")
                .ToArray();
            yield return others.Length == 0 ? plugin : Reject(plugin, string.Join(", ", others));
        }
    }

    /// <summary>Puts the operator's plugins over the bundled ones.</summary>
    /// <param name="dropped">From the operator's folder.</param>
    /// <param name="bundled">From the host's own.</param>
    /// <returns>One plugin per id, sorted by id; those without come last.</returns>
    public static InstalledPlugin[] Merge(IEnumerable<InstalledPlugin> dropped, IEnumerable<InstalledPlugin> bundled)
    {
        var hidden = bundled.Where(plugin => plugin.Id is not null).ToLookup(plugin => plugin.Id!);
        var merged = dropped.Select(plugin => plugin.Id is null ? plugin : NoteOverride(plugin, hidden[plugin.Id]))
            .ToList();
        var taken = merged.Select(plugin => plugin.Id).ToHashSet();
        merged.AddRange(bundled.Where(plugin => plugin.Id is null || !taken.Contains(plugin.Id)));
        return Sort(merged);
    }

    /// <summary>Sorts by id; what can be used comes before its doubles, and what has no id last.</summary>
    public static InstalledPlugin[] Sort(IEnumerable<InstalledPlugin> plugins) =>
    [
        .. plugins
            .OrderBy(plugin => plugin.Id is null)
            .ThenBy(plugin => plugin.Id, StringComparer.Ordinal)
            .ThenBy(plugin => !plugin.IsUsable)
            .ThenBy(plugin => plugin.Path, StringComparer.Ordinal),
    ];

    private static InstalledPlugin Reject(InstalledPlugin plugin, string others) => plugin.With(
        PluginState.Rejected,
        [
            ProblemKinds.DuplicateId.Because(
                $"'{plugin.Path}' and {others} have the same id '{plugin.Id}'.", "Remove all but one of them."),
            .. plugin.Problems,
        ]);

    private static InstalledPlugin NoteOverride(InstalledPlugin plugin, IEnumerable<InstalledPlugin> bundled)
    {
        var other = bundled.FirstOrDefault(candidate => candidate.Hash != plugin.Hash);
        return other is null
            ? plugin
            : plugin.With(
                plugin.State,
                [
                    .. plugin.Problems,
                    ProblemKinds.OverridesBundled.Because(
                        $"'{plugin.Path}' ({plugin.Version}) takes the place of the bundled '{other.Path}' "
                        + $"({other.Version}).",
                        "Remove the drop to go back to the bundled plugin."),
                ]);
    }
}
