using Connector.Runtime.Plugins;

namespace Connector.Runtime.Connectors;

/// <summary>Tells the catalog how the connectors of each plugin fare.</summary>
internal static class PluginUseReport
{
    public static void Send(PluginCatalog catalog, IEnumerable<ConnectorInfo> connectors)
    {
        var users = connectors.ToLookup(connector => connector.PluginId, StringComparer.Ordinal);
        foreach (var id in catalog.All.Select(plugin => plugin.Id).OfType<string>())
        {
            // What the pipeline found wrong with the plugin itself outranks this in the catalog.
            var (state, problems) = users.Contains(id) ? Judge([.. users[id]]) : (PluginState.Available, []);
            catalog.ReportUse(id, state, problems);
        }
    }

    public static (PluginState State, IReadOnlyList<PluginProblem> Problems) Judge(IReadOnlyList<ConnectorInfo> users)
    {
        var enabled = users.Where(user => user.State != ConnectorState.Disabled).ToList();
        var idle = enabled.Where(user => user.State != ConnectorState.Running).ToList();
        if (enabled.Count == 0)
        {
            return (PluginState.Disabled, []);
        }

        if (idle.Count == 0)
        {
            return (PluginState.Active, []);
        }

        var isFaulted = idle.Count == enabled.Count && idle.TrueForAll(user => user.State == ConnectorState.Failed);
        var severity = idle.Count == enabled.Count ? PluginProblemSeverity.Error : PluginProblemSeverity.Warning;
        return isFaulted
            ? (PluginState.Faulted, [.. idle.Select(Cause)])
            : (PluginState.Degraded, [.. idle.Select(user => NotRunning(user, severity))]);
    }

    // The last problem is what the plugin did; those before it are of the connector's settings.
    private static PluginProblem Cause(ConnectorInfo connector)
    {
        var problem = connector.Problems[^1];
        return new PluginProblem(
            problem.Code, PluginProblemSeverity.Error, $"Connector {connector.Name}: {problem.Cause}", problem.Fix);
    }

    private static PluginProblem NotRunning(ConnectorInfo connector, PluginProblemSeverity severity) => new(
        "CONNECTOR_NOT_RUNNING",
        severity,
        $"Connector {connector.Name} doesn't run: {connector.Problems[0].Cause}",
        connector.Problems[0].Fix);
}
