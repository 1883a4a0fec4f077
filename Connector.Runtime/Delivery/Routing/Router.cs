using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>Chooses connectors for messages: by country, health, priority and weight. Thread-safe.</summary>
internal sealed class Router(ConnectorTable table, HealthTable health)
{
    /// <summary>The first connector for a message.</summary>
    /// <param name="name">The one that the caller named, if any.</param>
    /// <param name="to">The recipient.</param>
    /// <exception cref="ConnectorRequestException">
    /// The one named doesn't run, or none serves the number's country.
    /// </exception>
    public RunningConnector Choose(string? name, PhoneNumber to)
    {
        if (name is not null)
        {
            return table.Get(name);
        }

        var snapshot = table.Current;
        return Draw(snapshot, to, exceptFor: null) ?? throw NoConnector(snapshot);
    }

    /// <summary>Another connector for a message; <see langword="null"/> when there is none that works.</summary>
    /// <param name="exceptFor">Those that are out of the question.</param>
    /// <param name="to">The recipient.</param>
    public RunningConnector? ChooseOther(IReadOnlyCollection<string> exceptFor, PhoneNumber to)
    {
        var other = Draw(table.Current, to, exceptFor);
        return other is not null && health.Of(other.Name).State != BreakerState.Open ? other : null;
    }

    /// <summary>How long a connector gets no messages because it fails.</summary>
    public TimeSpan PauseOf(string connector) => health.Of(connector).Pause;

    private RunningConnector? Draw(
        ConnectorTableSnapshot snapshot, PhoneNumber to, IReadOnlyCollection<string>? exceptFor)
    {
        var country = snapshot.IsRoutedByCountry ? RecipientNumber.Country(to) : null;
        bool IsCandidate(ActivatedConnector candidate) =>
            Serves(candidate.Info, country)
            && exceptFor?.Contains(candidate.Info.Name, StringComparer.OrdinalIgnoreCase) != true;

        // One that has failed again and again is still better than none.
        return DrawFrom(snapshot.Running, candidate => IsCandidate(candidate) && IsWell(candidate))
            ?? DrawFrom(snapshot.Running, IsCandidate);
    }

    private static bool Serves(ConnectorInfo info, string? country) =>
        (info.Countries.Count == 0 || (country is not null && info.Countries.Contains(country)))
        && (country is null || info.ExcludedCountries.Count == 0 || !info.ExcludedCountries.Contains(country));

    private bool IsWell(ActivatedConnector connector) =>
        health.Of(connector.Info.Name).State != BreakerState.Open;

    // A weight of zero keeps a connector out while another of its priority can serve.
    private RunningConnector? DrawFrom(ActivatedConnector[] byPriority, Func<ActivatedConnector, bool> isCandidate)
    {
        if (byPriority is [var only])
        {
            return isCandidate(only) ? only.Running : null;
        }

        var candidates = byPriority.Where(isCandidate).ToList();
        candidates.RemoveAll(candidate => candidate.Info.Priority != candidates[0].Info.Priority);
        var weights = candidates.ConvertAll(candidate => candidate.Info.Weight * health.Of(candidate.Info.Name).Share);
        var ticket = Random.Shared.NextInt64(Math.Max(weights.Sum(weight => (long)weight), 1));
        for (var index = 0; index < candidates.Count; index++)
        {
            ticket -= weights[index];
            if (ticket < 0)
            {
                return candidates[index].Running;
            }
        }

        return candidates.Count == 0 ? null : candidates[0].Running;
    }

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
