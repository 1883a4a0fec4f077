using Connector.Abstractions;
using Connector.Runtime.Plugins;
using Connector.Runtime.Schemas;

namespace Connector.Runtime.Connectors;

/// <summary>Answers to requests that name a plugin or connector that can't serve them.</summary>
internal static class PluginRequests
{
    public static ConnectorRequestException NotFound(string pluginId, IEnumerable<InstalledPlugin> installed)
    {
        var known = installed.Where(plugin => plugin.Id is not null).Select(plugin => plugin.Id!).Distinct().ToList();
        return new ConnectorRequestException(
            ConnectorRequestKind.NotFound,
            "plugin_not_found",
            "No such plugin",
            $"No plugin has this id.{Spelling.Suggestion(pluginId, known)} Installed: {List(known)}.");
    }

    public static ConnectorRequestException Unusable(string pluginId, PluginProblem problem) =>
        new(ConnectorRequestKind.Conflict, "plugin_unusable", "The plugin can't be used",
            $"Plugin {pluginId} can't be used ({problem.Code}): {problem.Cause} {problem.Fix}");

    public static ConnectorRequestException NotQuarantined(InstalledPlugin plugin) =>
        new(ConnectorRequestKind.Conflict, "plugin_not_quarantined", "The plugin is not quarantined",
            $"Plugin {plugin.Id} is {plugin.State}; there is nothing to release on this host.");

    public static PluginProblem SchemaUnusable(string message) => new(
        "SCHEMA_INVALID", PluginProblemSeverity.Error, message,
        "Ask the plugin's author for a version whose config schema is valid.");

    public static ConnectorRequestException ConfigInvalid(IReadOnlyList<ConfigIssue> errors) =>
        new(ConnectorRequestKind.Invalid, "config_invalid", "The configuration is invalid",
            $"The configuration has {errors.Count} {(errors.Count == 1 ? "error" : "errors")}. Nothing was sent.")
        {
            Issues = [.. errors.Select(issue => issue with { Pointer = $"/config{issue.Pointer}" })],
        };

    public static ConnectorRequestException ConnectorNotFound(string name, IReadOnlyCollection<string> known) =>
        new(ConnectorRequestKind.NotFound, "connector_not_found", "No such connector",
            $"No connector has this name.{Spelling.Suggestion(name, known)} Configured: {List(known)}.");

    public static ConnectorRequestException ConnectorNotRunning(ConnectorInfo connector)
    {
        var problem = connector.Problems.Count > 0 ? connector.Problems[0] : null;
        var why = problem is null
            ? SwitchedOff(connector.Source)
            : $"{problem.Cause} {problem.Fix}";
        return new ConnectorRequestException(
            ConnectorRequestKind.Conflict, "connector_not_running", "The connector doesn't run",
            $"Connector {connector.Name} doesn't run: {why}");
    }

    private static string SwitchedOff(string source) => source == ConnectorSources.Stored
        ? "It is switched off. Set enabled to true."
        : "Configuration switches it off. Set Enabled to true.";

    private static string List(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "none" : string.Join(", ", names);
}
