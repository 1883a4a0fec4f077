using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>Compares plugins with the lock file, and records in it which builds are used.</summary>
internal sealed class LockCheck(LockFile lockFile, ILogger logger)
{
    /// <summary>Says why the lock file doesn't allow a plugin.</summary>
    /// <param name="plugin">As inspected.</param>
    /// <param name="mustBeNamed">Whether only the named build is allowed, and no other version.</param>
    /// <returns>What is wrong; <see langword="null"/> when nothing is.</returns>
    public PluginProblem? FindObjection(InstalledPlugin plugin, bool mustBeNamed)
    {
        if (lockFile.Read(out var why) is not { } content)
        {
            return ProblemKinds.LockInvalid.Because(
                $"'{lockFile.Path}' can't be read: {why}.",
                "Restore it, or remove it and run 'connector-host plugins lock' to trust what is installed.");
        }

        if (content.Find(plugin.Id!) is not { } locked)
        {
            return mustBeNamed ? NotNamed(plugin) : null;
        }

        return locked.Compare(plugin) switch
        {
            LockMatch.Locked => null,
            LockMatch.Modified => Modified(plugin, locked),
            _ => mustBeNamed ? OtherVersion(plugin, locked) : null,
        };
    }

    /// <summary>Records the use of a build, unless it is recorded.</summary>
    /// <param name="plugin">A usable plugin.</param>
    /// <param name="cancellationToken">Ends the wait for others who change the file.</param>
    /// <returns>What the file objects to by now; <see langword="null"/> when the use is recorded.</returns>
    public async Task<PluginProblem?> RecordAsync(InstalledPlugin plugin, CancellationToken cancellationToken)
    {
        LockedPlugin? old = null;
        var content = await lockFile.ChangeAsync(Record, cancellationToken);
        if (content.Find(plugin.Id!)?.Hash != plugin.Hash)
        {
            return Modified(plugin, old!);
        }

        if (old is null)
        {
            TrustLog.TrustedAtFirstUse(logger, plugin.Id!, plugin.Version, plugin.Hash!);
        }
        else if (old.Hash != plugin.Hash)
        {
            TrustLog.Changed(logger, plugin.Id!, old.Version, old.Hash, plugin.Version, plugin.Hash!);
        }

        return null;

        // Another host may have written since the plugin was judged, so what is there now decides.
        PluginLock Record(PluginLock present)
        {
            old = present.Find(plugin.Id!);
            return old?.Compare(plugin) is LockMatch.Locked or LockMatch.Modified
                ? present
                : present.With(plugin.Id!, old?.ChangedTo(plugin) ?? LockedPlugin.Of(plugin));
        }
    }

    private PluginProblem NotNamed(InstalledPlugin plugin) => ProblemKinds.NotLocked.Because(
        $"'{plugin.Path}' is {plugin.Id} {plugin.Version}, and '{lockFile.Path}' doesn't name {plugin.Id}.",
        $"If it should run, {LockCommand(plugin)}. Otherwise remove it.");

    private PluginProblem OtherVersion(InstalledPlugin plugin, LockedPlugin locked) => ProblemKinds.NotLocked.Because(
        $"'{plugin.Path}' is {plugin.Id} {plugin.Version}; '{lockFile.Path}' names {locked.Version}.",
        $"If this version should run, {LockCommand(plugin)}. Otherwise put {locked.Version} back.");

    private PluginProblem Modified(InstalledPlugin plugin, LockedPlugin locked) => ProblemKinds.Modified.Because(
        $"'{plugin.Path}' says it is {plugin.Id} {plugin.Version}, but its bytes are others: "
        + $"its hash is {plugin.Hash}, and '{lockFile.Path}' names {locked.HashOf(plugin.Version)}.",
        $"Get {plugin.Version} from its author again. If you changed it on purpose, {LockCommand(plugin)}.");

    private static string LockCommand(InstalledPlugin plugin) => $"run 'connector-host plugins lock {plugin.Id}'";
}
