using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connector.Runtime.Schemas;

namespace Connector.Runtime.Connectors;

/// <summary>Definitions as requests bring them: whole, or as what becomes different.</summary>
internal static class DefinitionPatch
{
    public static ConnectorReading Read(JsonNode definition) => DefinitionReader.Read(
        JsonSerializer.SerializeToElement(definition, DefinitionJsonContext.Default.JsonNode));

    /// <exception cref="ConnectorRequestException">The stored secrets can't be read.</exception>
    public static ConnectorReading Merge(StoredConnector current, JsonObject patch)
    {
        var before = JsonSerializer.SerializeToNode(
            current.Open(), DefinitionJsonContext.Default.ConnectorDefinition)!.AsObject();
        if (patch["plugin"] is { } plugin && !JsonNode.DeepEquals(plugin, before["plugin"]))
        {
            // The schema of one plugin may show what that of another hides.
            before.Remove("config");
        }

        var reading = Read(MergePatch.Apply(before, patch)!);
        if (reading.Definition.Name.Equals(current.Name, StringComparison.OrdinalIgnoreCase))
        {
            return reading with { Definition = reading.Definition with { Name = current.Name } };
        }

        var issue = new ConfigIssue("/name", "A connector keeps its name. Create another one.");
        return reading with { Issues = [.. reading.Issues, issue] };
    }
}
