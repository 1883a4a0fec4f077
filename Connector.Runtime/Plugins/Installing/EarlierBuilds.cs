namespace Connector.Runtime.Plugins;

/// <summary>Chooses the build that a rollback goes back to.</summary>
internal static class EarlierBuilds
{
    /// <summary>Chooses a build.</summary>
    /// <param name="locked">What the lock file knows of the plugin.</param>
    /// <param name="id">The plugin's id.</param>
    /// <param name="version">The version asked for.</param>
    /// <param name="presentHash">The build in the plugin folder, when there is one.</param>
    /// <returns>The build.</returns>
    /// <exception cref="PluginException">There is none.</exception>
    public static LockedVersion Choose(LockedPlugin? locked, string id, string? version, string? presentHash)
    {
        if (locked is null)
        {
            throw None($"The lock file knows nothing of '{id}'.");
        }

        LockedVersion[] builds = [new LockedVersion(locked.Version, locked.Hash), .. locked.Previous];
        var earlier = builds.Where(build => build.Hash != presentHash).ToArray();
        if (version is null)
        {
            return earlier.FirstOrDefault() ?? throw None($"The lock file knows no other version of '{id}'.");
        }

        return earlier.FirstOrDefault(build => build.Version == version) ?? throw None(
            builds.Any(build => build.Version == version)
                ? $"'{id}' {version} is what lies in the plugin folder."
                : $"The lock file doesn't know '{id}' {version}. It knows {Names(builds)}.");
    }

    public static PluginException Gone(string id, LockedVersion build, string copy) => None(
        $"The copy of '{id}' {build.Version} is gone: there is no '{copy}'.");

    private static string Names(LockedVersion[] builds) => string.Join(", ", builds.Select(build => build.Version));

    private static PluginException None(string cause) => ProblemKinds.NoEarlierVersion.Thrown(
        cause, "Get the version from its author and use 'connector-host plugins add'.");
}
