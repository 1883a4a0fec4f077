using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

/// <summary>What locking did about one plugin.</summary>
internal sealed record PluginLockEntry
{
    /// <summary>From the manifest; missing when none could be read.</summary>
    public string? Id { get; init; }

    /// <summary>The plugin's version.</summary>
    public string? Version { get; init; }

    /// <summary>The hash of the build.</summary>
    public string? Hash { get; init; }

    /// <summary>What became of the entry.</summary>
    public required PluginLockChange Change { get; init; }

    /// <summary>What lies in the plugins folder.</summary>
    public required string Path { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong.</summary>
    public string? Cause { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Fix { get; init; }

    public static PluginLockEntry From(PluginLocking locking)
    {
        var problem = locking.Change == PluginLockChange.Refused ? locking.Plugin.Problems[0] : null;
        return new PluginLockEntry
        {
            Id = locking.Plugin.Id,
            Version = locking.Plugin.Version,
            Hash = locking.Plugin.Hash,
            Change = locking.Change,
            Path = locking.Plugin.Path,
            Code = problem?.Code,
            Cause = problem?.Cause,
            Fix = problem?.Fix,
        };
    }
}
