namespace Connector.Runtime.Delivery;

/// <summary>Which messages statistics count. All of them unless told otherwise.</summary>
public sealed record StatisticsFilter
{
    /// <summary>The country code that stands for numbers of no country.</summary>
    public const string NoCountry = "none";

    /// <summary>Only those that this connector had last; case doesn't matter.</summary>
    public string? Connector { get; init; }

    /// <summary>Only those to this country, ISO 3166-1 in capitals, or <see cref="NoCountry"/>.</summary>
    public string? Country { get; init; }

    internal static StatisticsFilter All { get; } = new();

    internal StatisticsSlice Of(StatisticsSlice slice) => this == All
        ? slice
        : slice with
        {
            Cells = [.. slice.Cells.Where(cell => IsConnector(cell.Connector) && IsCountry(cell.Country))],

            // Nobody knows where a single attempt went.
            Durations = Country is null ? [.. slice.Durations.Where(count => IsConnector(count.Connector))] : [],
        };

    private bool IsConnector(string name) =>
        Connector is null || string.Equals(Connector, name, StringComparison.OrdinalIgnoreCase);

    private bool IsCountry(string? code) =>
        Country is null || string.Equals(Country, code ?? NoCountry, StringComparison.Ordinal);
}
