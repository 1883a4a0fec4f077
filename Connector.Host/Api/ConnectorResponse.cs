using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;

namespace Connector.Host.Api;

/// <summary>A connector, without its secrets.</summary>
internal sealed record ConnectorResponse
{
    /// <summary>Its name, such as <c>twilio</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the plugin that sends for it.</summary>
    public required string Plugin { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Whether it serves.</summary>
    public required ConnectorState State { get; init; }

    /// <summary>Why it doesn't serve, such as <c>CONFIG_INVALID</c>; missing when it does.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong.</summary>
    public string? Cause { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Fix { get; init; }

    /// <summary>Everything that is wrong with it.</summary>
    public required IReadOnlyList<ConnectorProblem> Problems { get; init; }

    /// <summary>Errors and warnings in its configuration, by JSON Pointer.</summary>
    public required IReadOnlyList<ConfigIssue> ConfigIssues { get; init; }

    /// <summary>ISO 3166-1 codes of the countries it serves; empty for all.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    /// <summary>ISO 3166-1 codes of countries it never serves.</summary>
    public required IReadOnlyList<string> ExcludedCountries { get; init; }

    /// <summary>Its share of the messages among connectors of the same priority.</summary>
    public required int Weight { get; init; }

    /// <summary>Connectors with a lower number are used first.</summary>
    public required int Priority { get; init; }

    /// <summary>How many messages all hosts together send through it at the same time, when limited.</summary>
    public int? Concurrency { get; init; }

    /// <summary>How many messages a second all hosts together send through it, when limited.</summary>
    public double? Rate { get; init; }

    /// <summary>Where its code runs: <c>none</c> is the host's process, <c>process</c> one of its own.</summary>
    public required ConnectorIsolation Isolation { get; init; }

    /// <summary>How it fares on this host: its circuit breaker and its share of the messages.</summary>
    public ConnectorHealthReport? Health { get; init; }

    /// <summary>
    /// Where it is defined: <c>configuration</c>, which the API can't change, or <c>stored</c>.
    /// </summary>
    public required string Source { get; init; }

    /// <summary>Which change of stored connectors made it what it is; also its <c>ETag</c>.</summary>
    public long? Revision { get; init; }

    /// <summary>What it can do besides sending.</summary>
    public required IReadOnlyList<string> Capabilities { get; init; }

    /// <summary>Its configuration; each secret that is set reads <c>••••</c>.</summary>
    public required JsonElement Config { get; init; }

    public static ConnectorResponse From(ConnectorInfo info)
    {
        var problem = info.Problems.Count > 0 ? info.Problems[0] : null;
        return new ConnectorResponse
        {
            Name = info.Name,
            Plugin = info.PluginId,
            Enabled = info.Enabled,
            State = info.State,
            Code = problem?.Code,
            Cause = problem?.Cause,
            Fix = problem?.Fix,
            Problems = info.Problems,
            ConfigIssues = info.ConfigIssues,
            Countries = info.Countries,
            ExcludedCountries = info.ExcludedCountries,
            Weight = info.Weight,
            Priority = info.Priority,
            Concurrency = info.Concurrency,
            Rate = info.Rate,
            Isolation = info.Isolation,
            Health = info.Health,
            Revision = info.Revision,
            Source = JsonNamingPolicy.CamelCase.ConvertName(info.Source),
            Capabilities = info.Capabilities,
            Config = info.Config,
        };
    }
}
