using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Chooses the connector for a message: the one named, else by country, priority and weight. Thread-safe.
/// </summary>
internal sealed class ConnectorSelector(ConnectorRegistry registry)
{
    /// <exception cref="ConnectorRequestException">
    /// The one named doesn't run, or none serves the number's country.
    /// </exception>
    public RunningConnector Select(string? name, PhoneNumber to)
    {
        if (name is not null)
        {
            return registry.Get(name);
        }

        var eligible = Eligible(to).ToList();
        if (eligible.Count == 0)
        {
            throw NoConnector();
        }

        var first = eligible.Min(connector => connector.Info.Priority);
        return Draw([.. eligible.Where(connector => connector.Info.Priority == first)]).Running!;
    }

    private IEnumerable<ActivatedConnector> Eligible(PhoneNumber to)
    {
        var running = registry.Running.ToList();
        var byCountry = running.Exists(connector => connector.Info.Countries.Count > 0);
        var country = byCountry ? RecipientNumber.Country(to) : null;
        return running.Where(connector =>
            connector.Info.Countries.Count == 0 || (country is not null && connector.Info.Countries.Contains(country)));
    }

    // A weight of zero keeps a connector out while another of its priority can serve.
    private static ActivatedConnector Draw(IReadOnlyList<ActivatedConnector> candidates)
    {
        var total = candidates.Sum(connector => connector.Info.Weight);
        var ticket = total == 0 ? 0 : Random.Shared.Next(total);
        foreach (var candidate in candidates)
        {
            ticket -= candidate.Info.Weight;
            if (ticket < 0)
            {
                return candidate;
            }
        }

        return candidates[0];
    }

    private ConnectorRequestException NoConnector() => new(
        ConnectorRequestKind.Unavailable,
        "no_connector",
        "No connector can send the message",
        registry.All.Count == 0
            ? "No connector is configured. Add one under ConnectorHost:Connectors. Nothing was sent."
            : "No running connector serves the number's country. " +
                "See GET /api/v1/connectors for their states. Nothing was sent.");
}
