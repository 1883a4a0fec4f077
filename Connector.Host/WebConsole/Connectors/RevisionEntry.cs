using System.Text.Json.Nodes;
using Connector.Runtime.Connectors;

namespace Connector.Host.WebConsole;

/// <summary>A change of a stored connector, and what it made different.</summary>
internal sealed record RevisionEntry(ConnectorRevision Change, IReadOnlyList<JsonChange> Changes)
{
    /// <param name="changes">The newest first.</param>
    public static IReadOnlyList<RevisionEntry> Of(IReadOnlyList<ConnectorRevision> changes) =>
        [.. changes.Select((change, index) => new RevisionEntry(change, Between(changes, index)))];

    // What came before the first is on another page, or nothing did; the first is no difference to show either way.
    private static IReadOnlyList<JsonChange> Between(IReadOnlyList<ConnectorRevision> changes, int index)
    {
        if (changes[index].Connector is not { } after
            || index + 1 >= changes.Count
            || changes[index + 1].Connector is not { } before)
        {
            return [];
        }

        var shown = Describe(after);
        return JsonChanges.Between(Describe(before), shown, shown);
    }

    private static JsonObject Describe(ConnectorDefinition definition) => new()
    {
        ["plugin"] = definition.Plugin,
        ["enabled"] = definition.Enabled,
        ["weight"] = definition.Weight,
        ["priority"] = definition.Priority,
        ["countries"] = CountryCodes.ToJson(definition.Countries),
        ["excludedCountries"] = CountryCodes.ToJson(definition.ExcludedCountries),
        ["concurrency"] = definition.Concurrency,
        ["rate"] = definition.Rate,
        ["isolation"] = definition.Isolation == ConnectorIsolation.Process ? "process" : "none",
        ["config"] = JsonNode.Parse(definition.Config.GetRawText()),
    };
}
