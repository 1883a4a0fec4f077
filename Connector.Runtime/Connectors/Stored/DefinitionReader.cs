using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Schemas;

namespace Connector.Runtime.Connectors;

/// <summary>Reads a definition as the API takes it; every fault is kept with its place.</summary>
internal sealed class DefinitionReader
{
    private static readonly string[] Known =
    [
        "name", "plugin", "enabled", "countries", "excludedCountries", "weight", "priority", "concurrency", "rate",
        "isolation", "config",
    ];

    private static readonly JsonElement NoConfig = JsonElement.Parse("{}");

    private readonly List<ConfigIssue> issues = [];
    private readonly JsonElement root;

    private DefinitionReader(JsonElement root) => this.root = root;

    /// <param name="definition">A JSON object.</param>
    public static ConnectorReading Read(JsonElement definition) => new DefinitionReader(definition).Read();

    private ConnectorReading Read()
    {
        CheckMembers();
        var definition = new ConnectorDefinition
        {
            Name = ReadName(),
            Plugin = ReadPlugin(),
            Enabled = ReadFlag("enabled"),
            Countries = ReadCountries("countries"),
            ExcludedCountries = ReadCountries("excludedCountries"),
            Weight = ReadNumber("weight", min: 0, ConnectorRules.MaxWeight) ?? ConnectorRules.DefaultWeight,
            Priority = ReadNumber("priority", min: 0, ConnectorRules.MaxPriority) ?? ConnectorRules.DefaultPriority,
            Concurrency = ReadNumber("concurrency", min: 1, ConnectorRules.MaxConcurrency),
            Rate = ReadRate(),
            Isolation = ReadIsolation(),
            Config = ReadConfig(),
        };
        return new ConnectorReading(definition, issues);
    }

    private void CheckMembers()
    {
        foreach (var name in root.EnumerateObject().Select(member => member.Name).Except(Known, StringComparer.Ordinal))
        {
            issues.Add(new ConfigIssue(
                JsonPointer.Append("", name),
                $"Is not known here. Known: {string.Join(", ", Known)}.{Spelling.Suggestion(name, Known)}"));
        }
    }

    // As in a merge patch, null is the same as nothing.
    private JsonElement? Find(string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string ReadName()
    {
        var name = ReadText("name", "Name the connector.");
        if (name.Length > 0 && !ConnectorRules.IsName(name))
        {
            Add("name", $"Is too long, or has characters that are not allowed. {ConnectorRules.NameFix}");
        }

        return name;
    }

    private string ReadPlugin() => ReadText("plugin", "Name the id of an installed plugin, such as sandbox.");

    private string ReadText(string name, string missing)
    {
        var value = Find(name);
        if (value is { ValueKind: JsonValueKind.String } text && text.GetString() is { } found && found.Trim() != "")
        {
            return found;
        }

        Add(name, value is null ? $"Is required. {missing}" : $"Must be a text that isn't empty. {missing}");
        return "";
    }

    private bool ReadFlag(string name)
    {
        var kind = Find(name)?.ValueKind ?? JsonValueKind.True;
        if (kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Add(name, "Must be true or false.");
        }

        return kind == JsonValueKind.True;
    }

    private int? ReadNumber(string name, int min, int max)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number)
            && number >= min
            && number <= max)
        {
            return number;
        }

        Add(name, $"Must be a whole number from {min} to {max}.");
        return null;
    }

    private double? ReadRate()
    {
        if (Find("rate") is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out var rate)
            && ConnectorRules.IsRate(rate))
        {
            return rate;
        }

        Add("rate", "Must be a number of messages a second from 0.01 to 100000.");
        return null;
    }

    private ConnectorIsolation ReadIsolation()
    {
        if (Find("isolation") is not { } value)
        {
            return ConnectorIsolation.None;
        }

        if (value.ValueKind == JsonValueKind.String
            && ConnectorRules.TryReadIsolation(value.GetString()!, out var isolation))
        {
            return isolation;
        }

        Add("isolation", "Must be none or process.");
        return ConnectorIsolation.None;
    }

    private List<string> ReadCountries(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(name, "Must be a list of country codes, such as [\"ES\", \"US\"].");
            return [];
        }

        var codes = value.EnumerateArray()
            .Select(code => code.ValueKind == JsonValueKind.String ? code.GetString()!.Trim().ToUpperInvariant() : "")
            .ToList();
        foreach (var index in Enumerable.Range(0, codes.Count).Where(index => !ConnectorRules.IsCountry(codes[index])))
        {
            Add($"{name}/{index}", "Is no country code. Use ISO 3166-1 codes of two letters, such as ES or US.");
        }

        return [.. codes.Distinct(StringComparer.Ordinal)];
    }

    private JsonElement ReadConfig()
    {
        var value = Find("config") ?? NoConfig;
        if (value.ValueKind == JsonValueKind.Object)
        {
            return value;
        }

        Add("config", "Must be an object, as the plugin's schema describes it.");
        return NoConfig;
    }

    private void Add(string place, string message) => issues.Add(new ConfigIssue($"/{place}", message));
}
