using Connector.Runtime.Plugins;

namespace Connector.Runtime.Connectors;

/// <summary>Tells the catalog how the connectors of each plugin fare.</summary>
internal static class PluginUse
{
    public static void Report(PluginCatalog catalog, IEnumerable<ConnectorInfo> connectors)
    {
        foreach (var users in connectors.GroupBy(connector => connector.PluginId, StringComparer.Ordinal))
        {
            Report(catalog, users.Key, [.. users]);
        }
    }

    private static void Report(PluginCatalog catalog, string pluginId, IReadOnlyList<ConnectorInfo> users)
    {
        var enabled = users.Where(user => user.State != ConnectorState.Disabled).ToList();
        var idle = enabled.Where(user => user.State != ConnectorState.Running).ToList();
        if (enabled.Count == 0)
        {
            catalog.ReportUse(pluginId, PluginState.Disabled, []);
        }
        else if (idle.Count == 0)
        {
            catalog.ReportUse(pluginId, PluginState.Active, []);
        }
        else
        {
            catalog.ReportUse(pluginId, PluginState.Degraded, [.. idle.Select(Problem)]);
        }
    }

    private static PluginProblem Problem(ConnectorInfo connector) => new(
        "CONNECTOR_NOT_RUNNING",
        PluginProblemSeverity.Error,
        $"Connector {connector.Name} doesn't run: {Cause(connector)}",
        $"Read `connectors validate {connector.Name}` and mend the configuration.");

    private static string Cause(ConnectorInfo connector) =>
        connector.Problems.Count > 0 ? connector.Problems[0].Cause : connector.State.ToString();
}
