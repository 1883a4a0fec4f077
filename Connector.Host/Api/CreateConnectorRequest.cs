using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>
/// A connector to be added. Describes the body: the engine reads it, to tell everything wrong with it at once.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CreateConnectorRequest
{
    /// <summary>Up to 64 letters, digits, hyphens and underscores; case doesn't tell connectors apart.</summary>
    public required string Name { get; init; }

    /// <summary>The id of an installed plugin.</summary>
    public required string Plugin { get; init; }

    /// <summary>Whether it is switched on; <c>true</c> when missing.</summary>
    public bool? Enabled { get; init; }

    /// <summary>ISO 3166-1 codes of the countries it serves; all when missing.</summary>
    public IReadOnlyList<string>? Countries { get; init; }

    /// <summary>ISO 3166-1 codes of countries it never serves.</summary>
    public IReadOnlyList<string>? ExcludedCountries { get; init; }

    /// <summary>
    /// Its share of the messages among connectors of the same priority, 0 to 10000; 100 when missing.
    /// </summary>
    public int? Weight { get; init; }

    /// <summary>Connectors with a lower number are used first, 0 to 1000; 0 when missing.</summary>
    public int? Priority { get; init; }

    /// <summary>How many messages all hosts together send through it at the same time, 1 to 10000.</summary>
    public int? Concurrency { get; init; }

    /// <summary>How many messages a second all hosts together send through it, 0.01 to 100000.</summary>
    public double? Rate { get; init; }

    /// <summary><c>process</c> runs it in a process of its own; <c>none</c> in the host's.</summary>
    public string? Isolation { get; init; }

    /// <summary>The configuration as the plugin's schema describes it.</summary>
    public JsonElement? Config { get; init; }

    /// <summary>The type's name only: a configuration holds secrets.</summary>
    public override string ToString() => nameof(CreateConnectorRequest);
}
