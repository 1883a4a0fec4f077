namespace Connector.Runtime.Delivery;

/// <summary>The messages to one country.</summary>
/// <param name="Country">Its ISO 3166-1 code; <see langword="null"/> for numbers of no country.</param>
/// <param name="Counts">How far they have come.</param>
public sealed record CountryStatistics(string? Country, StatusCounts Counts)
{
    /// <summary>What providers asked for them when they took them, each currency by itself.</summary>
    public IReadOnlyList<SpentAmount> Spend { get; init; } = [];
}
