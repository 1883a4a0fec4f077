using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Runtime.Connectors;

namespace Connector.Host.WebConsole;

/// <summary>A stored connector and what somebody wants it to become.</summary>
public sealed class ConnectorEdit
{
    /// <summary>Which change made it what it was when the editing began.</summary>
    public long? Revision { get; set; }

    /// <summary>What it was then; secrets hidden.</summary>
    public JsonObject Before { get; set; } = [];

    /// <summary>What it is to become; secrets hidden, but for those that have been typed.</summary>
    public JsonObject After { get; set; } = [];

    internal JsonObject Config => After["config"] as JsonObject ?? [];

    internal bool IsChanged => !JsonNode.DeepEquals(Before, After);

    /// <summary>Whether the configuration differs; the rest doesn't matter to a test.</summary>
    internal bool IsConfigChanged => !JsonNode.DeepEquals(Before["config"], After["config"]);

    internal static ConnectorEdit Of(ConnectorInfo connector) => new()
    {
        Revision = connector.Revision,
        Before = Describe(connector),
        After = Describe(connector),
    };

    /// <summary>Begins with what somebody else has made of it; what was edited stays edited.</summary>
    internal void Rebase(ConnectorInfo connector)
    {
        var mine = JsonChanges.Patch(Before, After);
        Before = Describe(connector);
        After = Describe(connector);
        Revision = connector.Revision;
        Apply(mine, After);
    }

    /// <summary>What to send.</summary>
    internal JsonObject ToPatch() => JsonChanges.Patch(Before, After);

    /// <summary>What becomes different, without a secret.</summary>
    internal IReadOnlyList<JsonChange> Changes(ConnectorDrafts drafts, string pluginId) =>
        JsonChanges.Between(Before, After, Hide(After, drafts, pluginId));

    /// <summary>What somebody else has made different meanwhile.</summary>
    internal IReadOnlyList<JsonChange> ChangesOfOthers(ConnectorInfo connector)
    {
        var theirs = Describe(connector);
        return JsonChanges.Between(Before, theirs, theirs);
    }

    /// <summary>The type's name only: a configuration holds secrets.</summary>
    /// <returns><c>ConnectorEdit</c>.</returns>
    public override string ToString() => nameof(ConnectorEdit);

    private static JsonObject Hide(JsonObject definition, ConnectorDrafts drafts, string pluginId)
    {
        var shown = definition.DeepClone().AsObject();
        var config = JsonSerializer.SerializeToElement(definition["config"] ?? new JsonObject());
        shown["config"] = JsonNode.Parse(drafts.Hide(pluginId, config).GetRawText());
        return shown;
    }

    private static void Apply(JsonObject patch, JsonObject target)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is JsonObject inside && target[name] is JsonObject there)
            {
                Apply(inside, there);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }

    private static JsonObject Describe(ConnectorInfo connector)
    {
        var definition = new JsonObject
        {
            ["enabled"] = connector.Enabled,
            ["weight"] = connector.Weight,
            ["priority"] = connector.Priority,
            ["countries"] = CountryCodes.ToJson(connector.Countries),
            ["excludedCountries"] = CountryCodes.ToJson(connector.ExcludedCountries),
            ["isolation"] = connector.Isolation == ConnectorIsolation.Process ? "process" : "none",
            ["config"] = JsonNode.Parse(connector.Config.GetRawText()),
        };
        if (connector.Concurrency is { } concurrency)
        {
            definition["concurrency"] = concurrency;
        }

        if (connector.Rate is { } rate)
        {
            definition["rate"] = rate;
        }

        return definition;
    }
}
