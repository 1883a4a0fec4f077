using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Chooses the connector for a message: the one named, else by country, priority and weight. Thread-safe.
/// </summary>
internal sealed class ConnectorSelector(ConnectorTable table)
{
    /// <exception cref="ConnectorRequestException">
    /// The one named doesn't run, or none serves the number's country.
    /// </exception>
    public RunningConnector Select(string? name, PhoneNumber to)
    {
        if (name is not null)
        {
            return table.Get(name);
        }

        var snapshot = table.Current;
        var country = snapshot.IsRoutedByCountry ? RecipientNumber.Country(to) : null;
        return Draw(snapshot.Running, country) ?? throw NoConnector(snapshot);
    }

    // A weight of zero keeps a connector out while another of its priority can serve.
    private static RunningConnector? Draw(ActivatedConnector[] byPriority, string? country)
    {
        var (first, total) = Weigh(byPriority, country);
        if (first is null || total == 0)
        {
            return first?.Running;
        }

        var ticket = Random.Shared.Next(total);
        foreach (var candidate in byPriority)
        {
            ticket -= IsCandidate(candidate, first.Info.Priority, country) ? candidate.Info.Weight : 0;
            if (ticket < 0)
            {
                return candidate.Running;
            }
        }

        return first.Running;
    }

    private static (ActivatedConnector? First, int Total) Weigh(
        ActivatedConnector[] byPriority, string? country)
    {
        ActivatedConnector? first = null;
        var total = 0;
        foreach (var candidate in byPriority)
        {
            if (IsCandidate(candidate, first?.Info.Priority ?? candidate.Info.Priority, country))
            {
                first ??= candidate;
                total += candidate.Info.Weight;
            }
        }

        return (first, total);
    }

    private static bool IsCandidate(ActivatedConnector connector, int priority, string? country) =>
        connector.Info.Priority == priority
        && (connector.Info.Countries.Count == 0 || (country is not null && connector.Info.Countries.Contains(country)));

    private static ConnectorRequestException NoConnector(ConnectorTableSnapshot snapshot) => new(
        ConnectorRequestKind.Unavailable,
        "no_connector",
        "No connector can send the message",
        snapshot switch
        {
            { Infos.Count: 0 } => "No connector is configured. Add one under ConnectorHost:Connectors.",
            { Running.Length: 0 } => "None of the connectors runs. See GET /api/v1/connectors for the causes.",
            _ => "No running connector serves the number's country. See countries in GET /api/v1/connectors.",
        } + " Nothing was sent.");
}
