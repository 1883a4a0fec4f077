using System.Text.Json;
using Connector.Runtime.Schemas;

namespace Connector.Runtime.Connectors;

/// <summary>What a connector is to be: one entry of <c>ConnectorHost:Connectors</c>, or of the database.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PluginId">The id of the plugin that sends for it.</param>
/// <param name="ReadConfig">Gives its configuration, with the types that the plugin's schema asks for.</param>
internal sealed record ConnectorSettings(string Name, string PluginId, Func<ConfigSchema, JsonElement> ReadConfig)
{
    private static readonly JsonElement NoConfig = JsonElement.Parse("{}");

    /// <summary>One of <see cref="ConnectorSources"/>.</summary>
    public string Source { get; init; } = ConnectorSources.Configuration;

    /// <summary>Which change of the stored connector this is; <see langword="null"/> when it is configured.</summary>
    public long? Revision { get; init; }

    /// <summary>The configuration to show where no plugin tells what of it is secret.</summary>
    public JsonElement ShownConfig { get; init; } = NoConfig;

    /// <summary>What keeps it from serving before anything else is looked at.</summary>
    public ConnectorProblem? Obstacle { get; init; }

    public bool Enabled { get; init; }

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> ExcludedCountries { get; init; } = [];

    /// <summary>Sends at the same time over all hosts; <see langword="null"/> for each host's own limit.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Messages a second over all hosts; <see langword="null"/> for no limit.</summary>
    public double? Rate { get; init; }

    /// <summary>Where its code runs.</summary>
    public ConnectorIsolation Isolation { get; init; }

    public int Weight { get; init; }

    public int Priority { get; init; }

    /// <summary>What is wrong with the entry itself, its <c>Config</c> apart.</summary>
    public IReadOnlyList<ConnectorProblem> Problems { get; init; } = [];
}
