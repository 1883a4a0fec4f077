using System.Text.Json;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Isolation;

/// <summary>Makes plugins run in worker processes.</summary>
internal sealed class PluginIsolation(PluginOptions options)
{
    /// <param name="plugin">A plugin that may be loaded.</param>
    /// <param name="guards">Counts its faults.</param>
    /// <exception cref="PluginException">The application names no program to run workers with.</exception>
    public LoadedPlugin Isolate(InstalledPlugin plugin, PluginGuards guards)
    {
        if (options.WorkerCommand is [])
        {
            throw ProblemKinds.IsolationUnavailable.Thrown(
                "This application has no program to run worker processes with.",
                "Take Isolation out of the connector, or let the application set Plugins.WorkerCommand.");
        }

        GuardedCall Calls() => new(guards.Create(plugin), options.ActivationTimeout, guards.TimeProvider);
        var entry = new IsolatedPlugin(new WorkerLaunch(options.WorkerCommand), Template(plugin));
        return new LoadedPlugin(plugin, assembly: null, entry, Calls())
        {
            Isolation = ConnectorIsolation.Process,
            CallsOfOne = Calls,
        };
    }

    private WorkerSetup Template(InstalledPlugin plugin) => new()
    {
        PluginId = plugin.Id!,
        Assembly = plugin.StagedAssembly!,
        EntryType = plugin.Manifest!.EntryType,
        ConnectorName = "",
        Config = JsonElement.Parse("{}"),
        ActivationTimeout = options.ActivationTimeout,
        MaxThreads = options.MaxThreads,
    };
}
