namespace Connector.Runtime.Delivery;

/// <summary>The messages that were taken within some time.</summary>
/// <param name="From">Included.</param>
/// <param name="Until">Not included.</param>
/// <param name="Counts">How far they have come.</param>
public sealed record StatisticsBucket(DateTimeOffset From, DateTimeOffset Until, StatusCounts Counts);
