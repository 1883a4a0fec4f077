using System.Globalization;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;

namespace Connector.Host.WebConsole;

/// <summary>What a connector leaves behind when it goes.</summary>
/// <param name="IsLast">Nothing else sends at all.</param>
/// <param name="Countries">The countries that nothing else serves, when something else sends.</param>
/// <param name="IsLastAnywhere">All others are limited to some countries, and it isn't.</param>
/// <param name="Waiting">How many messages wait that were accepted for it.</param>
/// <param name="HasMore">Whether there are more than that.</param>
internal sealed record Dependents(
    bool IsLast, IReadOnlyList<string> Countries, bool IsLastAnywhere, int Waiting, bool HasMore)
{
    private const int MaxCounted = 100;

    public static async Task<Dependents> FindAsync(
        ConnectorInfo connector,
        IReadOnlyList<ConnectorInfo> all,
        MessageArchive archive,
        CancellationToken cancellationToken)
    {
        var others = all
            .Where(other => other.Name != connector.Name && other.State == ConnectorState.Running)
            .ToList();
        var waiting = await archive.ListAsync(
            new MessageListRequest
            {
                Status = "queued",
                Connector = connector.Name,
                Limit = MaxCounted.ToString(CultureInfo.InvariantCulture),
            },
            cancellationToken);
        var countries = others.Count == 0
            ? []
            : connector.Countries.Where(country => !others.Exists(other => Serves(other, country))).ToList();
        var isLastAnywhere = others.Count > 0 && connector.Countries.Count == 0
            && others.TrueForAll(other => other.Countries.Count > 0);
        return new Dependents(
            others.Count == 0, countries, isLastAnywhere, waiting.Messages.Count, waiting.Next is not null);
    }

    private static bool Serves(ConnectorInfo connector, string country) =>
        (connector.Countries.Count == 0 || connector.Countries.Contains(country))
        && !connector.ExcludedCountries.Contains(country);
}
