using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>What a provider asked for a message, as it is stored.</summary>
/// <param name="Millionths">How much, in millionths of the currency: neither database adds up decimals exactly.</param>
/// <param name="Currency">Three capital letters.</param>
internal sealed record MessagePrice(long Millionths, string Currency)
{
    private const decimal Unit = 1_000_000m;

    // No message costs so much; a plugin that says so has taken one unit for another.
    private const decimal Highest = 1_000_000m;

    /// <returns><see langword="null"/> when the provider didn't say, or what can't be.</returns>
    public static MessagePrice? Of(SendOutcome.Accepted accepted) =>
        accepted.Price is >= 0 and <= Highest and var price && CurrencyCode.Read(accepted.Currency) is { } currency
            ? new MessagePrice(decimal.ToInt64(decimal.Round(price * Unit)), currency)
            : null;

    public decimal Amount => ToAmount(Millionths);

    public static decimal ToAmount(long millionths) => millionths / Unit;
}
