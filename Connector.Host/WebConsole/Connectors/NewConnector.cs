using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Runtime.Connectors;

namespace Connector.Host.WebConsole;

/// <summary>Definitions of connectors that are to be created.</summary>
internal static class NewConnector
{
    /// <summary>A name that nobody has: the plugin's id, or that with a number.</summary>
    public static string NameFor(string pluginId, ConnectorRegistry registry)
    {
        var name = pluginId.Replace('.', '-');
        for (var number = 2; registry.Find(name) is not null; number++)
        {
            name = $"{pluginId.Replace('.', '-')}-{number}";
        }

        return name;
    }

    /// <param name="name">Its name.</param>
    /// <param name="pluginId">Its plugin.</param>
    /// <param name="config">Its configuration.</param>
    /// <param name="replaced">The connector whose messages it is to take over.</param>
    public static JsonObject Define(string name, string pluginId, JsonObject config, ConnectorInfo? replaced)
    {
        var definition = new JsonObject
        {
            ["name"] = name.Trim(),
            ["plugin"] = pluginId,
            ["config"] = config.DeepClone(),
        };
        if (replaced is null)
        {
            return definition;
        }

        definition["weight"] = replaced.Weight;
        definition["priority"] = replaced.Priority;
        definition["countries"] = new JsonArray([.. replaced.Countries.Select(code => JsonValue.Create(code))]);
        definition["excludedCountries"] =
            new JsonArray([.. replaced.ExcludedCountries.Select(code => JsonValue.Create(code))]);
        return definition;
    }

    public static JsonElement ToElement(JsonObject config) => JsonSerializer.SerializeToElement<JsonNode>(config);
}
