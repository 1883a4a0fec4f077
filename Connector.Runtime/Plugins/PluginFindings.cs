using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>Tells an operator in the log what was found.</summary>
internal static class PluginFindings
{
    public static void Report(ILogger logger, IReadOnlyCollection<InstalledPlugin> plugins)
    {
        PluginLog.Scanned(logger, plugins.Count, plugins.Count(plugin => plugin.State == PluginState.Available));
        foreach (var plugin in plugins)
        {
            foreach (var problem in plugin.Problems)
            {
                Report(logger, plugin, problem);
            }
        }
    }

    private static void Report(ILogger logger, InstalledPlugin plugin, PluginProblem problem)
    {
        var (code, severity, cause, fix) = problem;
        if (severity == PluginProblemSeverity.Error)
        {
            PluginLog.Unusable(logger, plugin.Path, plugin.State, code, cause, fix);
        }
        else
        {
            PluginLog.Doubtful(logger, plugin.Path, code, cause, fix);
        }
    }
}
