using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>
/// What becomes different about a connector; null sets a member back to its default. Describes the body: the engine
/// reads it, because a member that is missing means something else than one that is null.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChangeConnectorRequest
{
    /// <summary>The id of an installed plugin; with another one, the configuration begins empty.</summary>
    public string? Plugin { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public bool? Enabled { get; init; }

    /// <summary>ISO 3166-1 codes of the countries it serves; empty for all.</summary>
    public IReadOnlyList<string>? Countries { get; init; }

    /// <summary>ISO 3166-1 codes of countries it never serves.</summary>
    public IReadOnlyList<string>? ExcludedCountries { get; init; }

    /// <summary>Its share of the messages among connectors of the same priority, 0 to 10000.</summary>
    public int? Weight { get; init; }

    /// <summary>Connectors with a lower number are used first, 0 to 1000.</summary>
    public int? Priority { get; init; }

    /// <summary>How many messages all hosts together send through it at the same time, 1 to 10000.</summary>
    public int? Concurrency { get; init; }

    /// <summary>How many messages a second all hosts together send through it, 0.01 to 100000.</summary>
    public double? Rate { get; init; }

    /// <summary><c>process</c> runs it in a process of its own; <c>none</c> in the host's.</summary>
    public string? Isolation { get; init; }

    /// <summary>What becomes different in the configuration; a secret that reads •••• stays.</summary>
    public JsonElement? Config { get; init; }

    /// <summary>The type's name only: a configuration holds secrets.</summary>
    public override string ToString() => nameof(ChangeConnectorRequest);
}
