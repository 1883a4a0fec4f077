namespace Connector.Runtime.Delivery;

/// <summary>How many messages of some time have a connector, a country and a status in common.</summary>
internal sealed record StatisticsCell(string Connector, string? Country, MessageStatus Status, long Count);
