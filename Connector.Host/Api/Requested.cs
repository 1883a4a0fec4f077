using Connector.Host.Problems;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;

namespace Connector.Host.Api;

/// <summary>Finds what an address names.</summary>
internal static class Requested
{
    public static InstalledPlugin Plugin(PluginCatalog catalog, string id) =>
        catalog.Find(id) ?? throw NotFound("plugin_not_found", "No such plugin", "GET /api/v1/plugins lists them.");

    public static ConnectorInfo Connector(ConnectorRegistry registry, string name) =>
        registry.Find(name)
        ?? throw NotFound("connector_not_found", "No such connector", "GET /api/v1/connectors lists them.");

    public static ProblemException Missing(string plugin, string part) => NotFound(
        "plugin_part_missing", "The plugin has no such part", $"The plugin {plugin} has no usable {part}.");

    public static ProblemException NotFound(string code, string title, string detail) => new(new ApiProblem
    {
        Status = StatusCodes.Status404NotFound,
        Code = code,
        Title = title,
        Detail = detail,
    });
}
