namespace Connector.Runtime.Delivery;

/// <summary>The messages of one connector.</summary>
/// <param name="Name">Its name, as the messages have it; the connector itself may be gone.</param>
/// <param name="Counts">How far the messages have come that it had last.</param>
/// <param name="Latency">
/// How long its attempts took, also those for messages that another connector sent in the end;
/// <see langword="null"/> without any.
/// </param>
/// <param name="RefusedLogins">How often the provider did not accept its credentials.</param>
public sealed record ConnectorStatistics(
    string Name, StatusCounts Counts, LatencyPercentiles? Latency, long RefusedLogins)
{
    /// <summary>What its provider asked for them when it took them, each currency by itself.</summary>
    public IReadOnlyList<SpentAmount> Spend { get; init; } = [];
}
