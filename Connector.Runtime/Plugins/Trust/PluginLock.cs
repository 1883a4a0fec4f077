namespace Connector.Runtime.Plugins;

/// <summary>The content of the lock file. Immutable.</summary>
internal sealed record PluginLock
{
    /// <summary>The form of the file that this host reads and writes.</summary>
    public const int CurrentFormat = 1;

    public static PluginLock Empty { get; } = new();

    /// <summary>Tells later hosts, whose files may look otherwise, how to read this one.</summary>
    public int LockVersion { get; init; } = CurrentFormat;

    /// <summary>The plugins by id, sorted, so that a change is one hunk in version control.</summary>
    public SortedDictionary<string, LockedPlugin> Plugins { get; init; } = new(StringComparer.Ordinal);

    public LockedPlugin? Find(string id) => Plugins.GetValueOrDefault(id);

    public PluginLock With(string id, LockedPlugin plugin) =>
        this with { Plugins = new(Plugins, StringComparer.Ordinal) { [id] = plugin } };

    public PluginLock Without(string id)
    {
        var plugins = new SortedDictionary<string, LockedPlugin>(Plugins, StringComparer.Ordinal);
        return plugins.Remove(id) ? this with { Plugins = plugins } : this;
    }
}
