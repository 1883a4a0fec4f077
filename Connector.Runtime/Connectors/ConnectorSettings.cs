using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Connectors;

/// <summary>One entry of <c>ConnectorHost:Connectors</c>.</summary>
internal sealed record ConnectorSettings(string Name, string PluginId, IConfigurationSection Config)
{
    public bool Enabled { get; init; }

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> ExcludedCountries { get; init; } = [];

    /// <summary>Sends at the same time over all hosts; <see langword="null"/> for each host's own limit.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Messages a second over all hosts; <see langword="null"/> for no limit.</summary>
    public double? Rate { get; init; }

    public int Weight { get; init; }

    public int Priority { get; init; }

    /// <summary>What is wrong with the entry itself, its <c>Config</c> apart.</summary>
    public IReadOnlyList<ConnectorProblem> Problems { get; init; } = [];
}
