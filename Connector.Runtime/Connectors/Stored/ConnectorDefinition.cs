using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Runtime.Connectors;

/// <summary>What a connector is to be.</summary>
public sealed record ConnectorDefinition
{
    /// <summary>Its name, such as <c>twilio</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the plugin that sends for it, such as <c>twilio-sms</c>.</summary>
    public required string Plugin { get; init; }

    /// <summary>Whether it is switched on.</summary>
    /// <value><see langword="true"/>.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>ISO 3166-1 codes of the countries it serves; empty for all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>ISO 3166-1 codes of countries it never serves.</summary>
    public IReadOnlyList<string> ExcludedCountries { get; init; } = [];

    /// <summary>Its share of the messages among connectors of the same priority.</summary>
    /// <value>100.</value>
    public int Weight { get; init; } = ConnectorRules.DefaultWeight;

    /// <summary>Connectors with a lower number are used first.</summary>
    /// <value>0.</value>
    public int Priority { get; init; } = ConnectorRules.DefaultPriority;

    /// <summary>How many messages all hosts together send through it at the same time.</summary>
    /// <value><see langword="null"/>: each host has its own limit.</value>
    public int? Concurrency { get; init; }

    /// <summary>How many messages a second all hosts together send through it.</summary>
    /// <value><see langword="null"/>: no limit.</value>
    public double? Rate { get; init; }

    /// <summary>Where its code runs.</summary>
    /// <value><see cref="ConnectorIsolation.None"/>: in the host's process.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ConnectorIsolation Isolation { get; init; }

    /// <summary>The configuration as the plugin's schema describes it; what is shown of it has no secrets.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>The name only: a configuration holds secrets.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
