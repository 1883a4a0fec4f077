namespace Connector.Runtime.Connectors;

/// <summary>All connectors at one moment, arranged once for the lookups that every message needs.</summary>
internal sealed class ConnectorTableSnapshot
{
    private readonly Dictionary<string, ActivatedConnector> byName;

    public ConnectorTableSnapshot(IReadOnlyList<ActivatedConnector> connectors)
    {
        byName = connectors.ToDictionary(connector => connector.Info.Name, StringComparer.OrdinalIgnoreCase);
        Infos = [.. connectors.Select(connector => connector.Info).OrderBy(info => info.Name, StringComparer.Ordinal)];
        Running =
        [
            .. connectors
                .Where(connector => connector.Running is not null)
                .OrderBy(connector => connector.Info.Priority)
                .ThenBy(connector => connector.Info.Name, StringComparer.Ordinal),
        ];
        IsRoutedByCountry = Array.Exists(
            Running, connector => connector.Info.Countries.Count > 0 || connector.Info.ExcludedCountries.Count > 0);
    }

    public static ConnectorTableSnapshot Empty { get; } = new([]);

    /// <summary>Every connector, sorted by name.</summary>
    public IReadOnlyList<ConnectorInfo> Infos { get; }

    /// <summary>Those that serve, the first to be used first.</summary>
    public ActivatedConnector[] Running { get; }

    /// <summary>Whether the number's country matters to the choice.</summary>
    public bool IsRoutedByCountry { get; }

    public ActivatedConnector? Find(string name) => byName.GetValueOrDefault(name);
}
