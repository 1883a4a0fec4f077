namespace Connector.Runtime.Plugins;

/// <summary>What is said when the lock file doesn't allow a plugin.</summary>
internal static class LockObjections
{
    public static PluginProblem NotNamed(InstalledPlugin plugin, string lockFile) => ProblemKinds.NotLocked.Because(
        $"'{plugin.Path}' is {plugin.Id} {plugin.Version}, and '{lockFile}' doesn't name {plugin.Id}.",
        $"If it should run, {LockCommand(plugin)}. Otherwise remove it.");

    public static PluginProblem OtherVersion(InstalledPlugin plugin, LockedPlugin locked, string lockFile) =>
        ProblemKinds.NotLocked.Because(
            $"'{plugin.Path}' is {plugin.Id} {plugin.Version}; '{lockFile}' names {locked.Version}.",
            $"If this version should run, {LockCommand(plugin)}. Otherwise put {locked.Version} back.");

    public static PluginProblem Modified(InstalledPlugin plugin, LockedPlugin locked, string lockFile) =>
        ProblemKinds.Modified.Because(
            $"'{plugin.Path}' says it is {plugin.Id} {plugin.Version}, but its bytes are others: "
            + $"its hash is {plugin.Hash}, and '{lockFile}' names {locked.HashOf(plugin.Version)}.",
            $"Get {plugin.Version} from its author again. If you changed it on purpose, {LockCommand(plugin)}.");

    private static string LockCommand(InstalledPlugin plugin) => $"run 'connector-host plugins lock {plugin.Id}'";
}
