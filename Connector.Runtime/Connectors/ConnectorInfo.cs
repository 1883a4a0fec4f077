using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Connectors;

/// <summary>A configured connector as an operator sees it. An immutable snapshot without secrets.</summary>
public sealed record ConnectorInfo
{
    /// <summary>Its name, such as <c>twilio</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the plugin that sends for it, such as <c>twilio-sms</c>.</summary>
    public required string PluginId { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public required bool Enabled { get; init; }

    /// <summary>ISO 3166-1 codes of the countries it serves; empty for all.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>ISO 3166-1 codes of countries it never serves.</summary>
    public IReadOnlyList<string> ExcludedCountries { get; init; } = [];

    /// <summary>How many messages all hosts together send through it at the same time.</summary>
    /// <value><see langword="null"/>: each host has its own limit.</value>
    public int? Concurrency { get; init; }

    /// <summary>How many messages a second all hosts together send through it.</summary>
    /// <value><see langword="null"/>: no limit.</value>
    public double? Rate { get; init; }

    /// <summary>Its share of the messages among connectors of the same priority.</summary>
    /// <value>100 unless configured.</value>
    public required int Weight { get; init; }

    /// <summary>Connectors with a lower number are used first.</summary>
    /// <value>0 unless configured.</value>
    public required int Priority { get; init; }

    /// <summary>Where its code runs.</summary>
    /// <value><see cref="ConnectorIsolation.None"/>: in the host's process.</value>
    public ConnectorIsolation Isolation { get; init; }

    /// <summary>How it fares on this host.</summary>
    /// <value><see langword="null"/> unless it runs.</value>
    public ConnectorHealthReport? Health { get; init; }

    /// <summary>
    /// Where it is defined: <c>Configuration</c>, which is read-only here, or <c>Stored</c> in the database.
    /// </summary>
    public required string Source { get; init; }

    /// <summary>Counts the changes of stored connectors; this one is as it was left by that change.</summary>
    /// <value><see langword="null"/> when it is configured.</value>
    public long? Revision { get; init; }

    /// <summary>Whether it serves.</summary>
    public required ConnectorState State { get; init; }

    /// <summary>Why it doesn't serve; empty when it does.</summary>
    public IReadOnlyList<ConnectorProblem> Problems { get; init; } = [];

    /// <summary>Errors and warnings in its configuration, all at once.</summary>
    public IReadOnlyList<ConfigIssue> ConfigIssues { get; init; } = [];

    /// <summary>Its configuration; each secret that is set reads <c>••••</c>.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>
    /// What it can do besides sending: <c>receipts</c>, <c>lookup</c>, <c>credentials</c>, <c>usage</c>, <c>inbox</c>,
    /// <c>preview</c>. Empty unless it runs.
    /// </summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];
}
