namespace Connector.Runtime.Plugins;

/// <summary>What the lock file says about one plugin: the build that may run, and the ones before it.</summary>
/// <param name="Version">The build's version.</param>
/// <param name="Hash">The build's hash.</param>
/// <param name="Previous">Builds that were trusted before, the latest first. No version is in here twice.</param>
internal sealed record LockedPlugin(string? Version, string Hash, IReadOnlyList<LockedVersion> Previous)
{
    // A forgotten version could come back with other bytes, so many are remembered; their copies are not kept.
    private const int MaxPrevious = 50;

    public static LockedPlugin Of(InstalledPlugin plugin) => new(plugin.Version, plugin.Hash!, []);

    /// <summary>Compares an installed plugin of the same id.</summary>
    public LockMatch Compare(InstalledPlugin plugin)
    {
        if (plugin.Hash == Hash)
        {
            return LockMatch.Locked;
        }

        if (plugin.Version == Version)
        {
            return LockMatch.Modified;
        }

        var earlier = Previous.FirstOrDefault(build => build.Version == plugin.Version);
        return earlier is null ? LockMatch.Other
            : earlier.Hash == plugin.Hash ? LockMatch.Earlier
            : LockMatch.Modified;
    }

    /// <summary>The hash that is known for the version of an installed plugin.</summary>
    public string? HashOf(string? version) =>
        version == Version ? Hash : Previous.FirstOrDefault(build => build.Version == version)?.Hash;

    /// <summary>Names another build; the present one becomes the latest of the previous.</summary>
    /// <param name="plugin">The build to trust. A known build of its version is forgotten.</param>
    public LockedPlugin ChangedTo(InstalledPlugin plugin)
    {
        if (Compare(plugin) == LockMatch.Locked)
        {
            return this;
        }

        var previous = Previous.Prepend(new LockedVersion(Version, Hash))
            .Where(build => build.Version != plugin.Version)
            .Take(MaxPrevious);
        return new LockedPlugin(plugin.Version, plugin.Hash!, [.. previous]);
    }
}
