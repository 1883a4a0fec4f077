namespace Connector.Runtime.Delivery;

/// <summary>What providers asked for messages when they took them.</summary>
/// <param name="Currency">Three capital letters, as in ISO 4217, such as <c>USD</c>.</param>
/// <param name="Amount">How much, to the millionth.</param>
public sealed record SpentAmount(string Currency, decimal Amount)
{
    /// <summary>Adds up, each currency by itself, sorted by its code.</summary>
    internal static IReadOnlyList<SpentAmount> Of(IEnumerable<StatisticsCell> cells) =>
    [
        .. cells.Where(cell => cell.Currency is not null)
            .GroupBy(cell => cell.Currency!, StringComparer.Ordinal)
            .Select(group => new SpentAmount(group.Key, group.Sum(cell => MessagePrice.ToAmount(cell.Price))))
            .OrderBy(spent => spent.Currency, StringComparer.Ordinal),
    ];
}
