namespace Connector.Runtime.Plugins;

/// <summary>How one build of a plugin fares in use, beside what inspection found.</summary>
internal sealed record PluginUse(string? Hash, PluginState State, IReadOnlyList<PluginProblem> Problems)
{
    /// <summary>Shows this beside what inspection found.</summary>
    /// <param name="plugin">As inspected.</param>
    /// <returns>The plugin as it is now.</returns>
    public InstalledPlugin ApplyTo(InstalledPlugin plugin)
    {
        // What can't be used isn't in use, whatever an earlier build did.
        if (plugin.State != PluginState.Available)
        {
            return plugin;
        }

        return Hash == plugin.Hash
            ? plugin.With(State, MostSevereFirst([.. Problems, .. plugin.Problems]))
            : plugin;
    }

    private static PluginProblem[] MostSevereFirst(PluginProblem[] problems) =>
        [.. problems.OrderBy(problem => problem.Severity)];
}
