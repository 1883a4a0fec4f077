using Connector.Runtime.Delivery;
using Microsoft.AspNetCore.WebUtilities;

namespace Connector.Host.WebConsole;

/// <summary>What the overview counts, as its address says.</summary>
/// <param name="Period">The name of a period; the last hour for any other text.</param>
/// <param name="Connector">Only this connector's messages.</param>
/// <param name="Country">Only the messages to this country.</param>
public sealed record OverviewFilter(string? Period, string? Connector, string? Country)
{
    /// <summary>The period that <see cref="Period"/> names.</summary>
    public StatisticsPeriod Chosen =>
        Enum.GetValues<StatisticsPeriod>().FirstOrDefault(period => NameOf(period) == Period);

    /// <summary>The messages that count.</summary>
    public StatisticsFilter Messages => new() { Connector = Given(Connector), Country = Given(Country) };

    /// <summary>Whether all messages count.</summary>
    public bool IsEmpty => (Given(Connector) ?? Given(Country)) is null;

    /// <summary>The page's address.</summary>
    public string Address => QueryHelpers.AddQueryString("/", new Dictionary<string, string?>
    {
        ["period"] = Given(Period),
        ["connector"] = Given(Connector),
        ["country"] = Given(Country),
    });

    /// <summary>The same messages of another period.</summary>
    public OverviewFilter In(StatisticsPeriod period) => this with { Period = NameOf(period) };

    private static string NameOf(StatisticsPeriod period) => period.ToString().ToLowerInvariant();

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
