using System.Text.Json;

namespace Connector.Runtime.Connectors;

/// <summary>A connector as the database has it.</summary>
/// <param name="Revision">The change that made it so.</param>
/// <param name="Shown">Its definition without secrets.</param>
/// <param name="Config">
/// Its whole configuration; <see langword="null"/> when it was sealed with a key that is not at hand.
/// </param>
internal sealed record StoredConnector(long Revision, ConnectorDefinition Shown, JsonElement? Config)
{
    public string Name => Shown.Name;

    /// <summary>The definition with its secrets.</summary>
    /// <exception cref="ConnectorRequestException">They can't be read.</exception>
    public ConnectorDefinition Open() => Config is { } config
        ? Shown with { Config = config }
        : throw StoredRequests.Sealed(Name);

    public ConnectorSettings ToSettings() =>
        ToSettings(Config is null ? Shown : Open(), Revision, Shown.Config) with
        {
            Obstacle = Config is null ? ConnectorProblems.Sealed : null,
        };

    public static ConnectorSettings ToSettings(ConnectorDefinition definition, long? revision, JsonElement shown) =>
        new(definition.Name, definition.Plugin, _ => definition.Config)
        {
            Source = ConnectorSources.Stored,
            Revision = revision,
            ShownConfig = shown,
            Enabled = definition.Enabled,
            Countries = definition.Countries,
            ExcludedCountries = definition.ExcludedCountries,
            Weight = definition.Weight,
            Priority = definition.Priority,
            Concurrency = definition.Concurrency,
            Rate = definition.Rate,
            Isolation = definition.Isolation,
        };

    public override string ToString() => $"{Name} {Revision}";
}
