using System.Text.Json.Serialization;

namespace Connector.Runtime.Plugins;

/// <summary>The content of the lock file. Immutable.</summary>
internal sealed record PluginLock
{
    /// <summary>The form of the file that this host reads and writes.</summary>
    public const int CurrentFormat = 1;

    public static PluginLock Empty { get; } = new()
    {
        LockVersion = CurrentFormat,
        Plugins = new(StringComparer.Ordinal),
    };

    /// <summary>Where an editor finds the file's schema; the host doesn't look, and leaves it there.</summary>
    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Schema { get; init; }

    /// <summary>Tells later hosts, whose files may look otherwise, how to read this one.</summary>
    public required int LockVersion { get; init; }

    /// <summary>The plugins by id, sorted, so that a change is one hunk in version control.</summary>
    public required SortedDictionary<string, LockedPlugin> Plugins { get; init; }

    public LockedPlugin? Find(string id) => Plugins.GetValueOrDefault(id);

    public PluginLock With(string id, LockedPlugin plugin) =>
        this with { Plugins = new(Plugins, StringComparer.Ordinal) { [id] = plugin } };

    public PluginLock Without(string id)
    {
        var plugins = new SortedDictionary<string, LockedPlugin>(Plugins, StringComparer.Ordinal);
        return plugins.Remove(id) ? this with { Plugins = plugins } : this;
    }
}
