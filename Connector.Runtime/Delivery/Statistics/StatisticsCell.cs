namespace Connector.Runtime.Delivery;

/// <summary>How many messages of some time have a connector, a country, a status and a currency in common.</summary>
/// <param name="Connector">The connector that had them last.</param>
/// <param name="Country">Where they go.</param>
/// <param name="Status">How far they have come.</param>
/// <param name="Currency">The currency of their price; <see langword="null"/> for those without one.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Price">What they cost, in millionths of the currency.</param>
internal sealed record StatisticsCell(
    string Connector, string? Country, MessageStatus Status, string? Currency, long Count, long Price);
