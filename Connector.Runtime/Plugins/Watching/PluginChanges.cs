namespace Connector.Runtime.Plugins;

/// <summary>What a look at the plugin folders asks for.</summary>
/// <param name="Accepted">
/// The plugins to go by: those in the folders, but what serves in place of what was dropped over it.
/// </param>
/// <param name="Updates">Drops over builds that serve.</param>
/// <param name="Removed">Ids that serve without a drop, or whose build has been revoked.</param>
/// <param name="Changed">Ids of which another build, or none, can be used from now on.</param>
internal sealed record PluginChanges(
    InstalledPlugin[] Accepted,
    IReadOnlyList<PluginUpdate> Updates,
    IReadOnlyList<string> Removed,
    IReadOnlySet<string> Changed)
{
    /// <summary>Compares what lies in the folders with what serves.</summary>
    /// <param name="dropped">One plugin per id, and what has none.</param>
    /// <param name="serving">The builds that serve, as they were loaded.</param>
    /// <param name="earlier">What was accepted last.</param>
    public static PluginChanges Between(
        InstalledPlugin[] dropped, IReadOnlyList<InstalledPlugin> serving, InstalledPlugin[] earlier)
    {
        var accepted = new List<InstalledPlugin>();
        var updates = new List<PluginUpdate>();
        var removed = new List<string>();
        var rest = dropped.ToList();
        foreach (var build in serving)
        {
            if (FindSuccessor(build, rest) is not { } successor || IsRevoked(build, successor))
            {
                removed.Add(build.Id!);
                continue;
            }

            rest.Remove(successor);
            var isSame = successor.IsUsable && successor.Hash == build.Hash;
            accepted.Add(isSame ? successor : build);
            if (!isSame)
            {
                updates.Add(new PluginUpdate(build, successor));
            }
        }

        accepted.AddRange(rest);
        var sorted = PluginConflicts.Sort(accepted);
        return new PluginChanges(sorted, updates, removed, FindChanged(sorted, earlier));
    }

    /// <summary>The plugins that an operator hasn't been told of as they are.</summary>
    public InstalledPlugin[] FindNews(InstalledPlugin[] earlier) =>
    [
        .. Accepted.Where(plugin => !Updates.Any(update => ReferenceEquals(update.Serving, plugin))
            && !Array.Exists(earlier, known => known.Reading == plugin.Reading && known.State == plugin.State)),
    ];

    // A damaged DLL doesn't tell its id any more, but it lies where the plugin lay.
    private static InstalledPlugin? FindSuccessor(InstalledPlugin build, List<InstalledPlugin> dropped)
    {
        var alike = dropped.Where(plugin => plugin.Id == build.Id).ToList();
        return alike.Find(plugin => plugin.IsUsable)
            ?? alike.FirstOrDefault()
            ?? dropped.Find(plugin => plugin.Id is null && plugin.Path == build.Path);
    }

    // What must not run any more must not go on running either. It stays in the list, and says why.
    private static bool IsRevoked(InstalledPlugin build, InstalledPlugin now) =>
        now.Hash == build.Hash && now.Problems.Any(problem => problem.Code == ProblemKinds.Revoked.Code);

    private static HashSet<string> FindChanged(InstalledPlugin[] accepted, InstalledPlugin[] earlier)
    {
        var now = accepted.Where(plugin => plugin.Id is not null).ToLookup(plugin => plugin.Id!);
        var before = earlier.Where(plugin => plugin.Id is not null).ToLookup(plugin => plugin.Id!);
        return now.Concat(before)
            .Select(group => group.Key)
            .Where(id => !IsAlike(now[id].FirstOrDefault(), before[id].FirstOrDefault()))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsAlike(InstalledPlugin? one, InstalledPlugin? other) =>
        one?.Hash == other?.Hash && one?.State == other?.State;
}
