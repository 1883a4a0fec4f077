using Connector.Abstractions;
using Connector.Runtime.Plugins;
using Connector.Runtime.Schemas;

namespace Connector.Runtime.Connectors;

/// <summary>Words what keeps a connector from serving.</summary>
internal static class ConnectorProblems
{
    public static ConnectorProblem Of(PluginProblem problem) => new(problem.Code, problem.Cause, problem.Fix);

    public static ConnectorProblem Of(ConfigSchemaException error) => Of(PluginRequests.SchemaUnusable(error.Message));

    public static ConnectorProblem NotInstalled(string pluginId, IEnumerable<InstalledPlugin> installed)
    {
        var known = installed.Where(plugin => plugin.Id is not null).Select(plugin => plugin.Id!).Distinct().ToList();
        return new ConnectorProblem(
            "PLUGIN_NOT_FOUND",
            $"No installed plugin has the id {pluginId}.{Spelling.Suggestion(pluginId, known)}",
            known.Count == 0
                ? "Drop the plugin into the plugins folder and restart."
                : $"Drop the plugin into the plugins folder, or name one of: {string.Join(", ", known)}.");
    }

    public static ConnectorProblem ConfigInvalid(string source, IReadOnlyList<ConfigIssue> errors) => new(
        "CONFIG_INVALID",
        $"Its configuration has {errors.Count} {(errors.Count == 1 ? "error" : "errors")}: " +
        string.Join(" ", errors.Select(error => $"[{error.Pointer}] {error.Message}")),
        source == ConnectorSources.Stored
            ? "Mend every place listed with PATCH /api/v1/connectors, or roll back."
            : "Mend every place listed and restart.");

    public static ConnectorProblem Sealed { get; } = new(
        "CONFIG_SEALED",
        "Its configuration was sealed with a key that this host doesn't have.",
        "Restore the data protection keys of the database it was stored in, or delete the connector and create it "
        + "again.");

    public static ConnectorProblem NameTaken(string name) => new(
        "CONNECTOR_NAME_TAKEN",
        $"It doesn't run because ConnectorHost:Connectors:{name} has the same name, and configuration wins.",
        "Delete the stored connector, or take the name out of the configuration and restart.");

    public static ConnectorProblem NotUpdated(long stored, ConnectorProblem cause) => new(
        "CONNECTOR_NOT_UPDATED",
        $"Revision {stored} could not be activated on this host ({cause.Code}), so it serves as it was. {cause.Cause}",
        $"{cause.Fix} Then change the connector again, or restart this host.");

    // The message of an exception that nobody foresaw may hold a secret, so only its type is told.
    public static ConnectorProblem Unforeseen(Exception error) => new(
        "CONNECTOR_FAILED",
        $"It could not be activated: {error.GetType().Name}.",
        "Report this to the plugin's author, with the host's log.");
}
