namespace Connector.Runtime.Connectors;

/// <summary>All connectors at one moment, arranged once for the lookups that every message needs.</summary>
internal sealed class ConnectorTableSnapshot
{
    private readonly Dictionary<string, ActivatedConnector> byName = new(StringComparer.OrdinalIgnoreCase);

    public ConnectorTableSnapshot(IReadOnlyList<ActivatedConnector> connectors)
    {
        Connectors = [.. connectors];

        // Where a name is both configured and stored, configuration wins; the list shows both.
        foreach (var connector in connectors.OrderBy(connector => connector.Info.Source, StringComparer.Ordinal))
        {
            byName.TryAdd(connector.Info.Name, connector);
        }

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

    public IReadOnlyList<ActivatedConnector> Connectors { get; }

    /// <summary>Every connector, sorted by name.</summary>
    public IReadOnlyList<ConnectorInfo> Infos { get; }

    /// <summary>Those that serve, the first to be used first.</summary>
    public ActivatedConnector[] Running { get; }

    /// <summary>Whether the number's country matters to the choice.</summary>
    public bool IsRoutedByCountry { get; }

    public ActivatedConnector? Find(string name) => byName.GetValueOrDefault(name);
}
