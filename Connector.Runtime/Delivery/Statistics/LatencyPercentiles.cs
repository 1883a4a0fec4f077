namespace Connector.Runtime.Delivery;

/// <summary>How long attempts took, exact to a twentieth.</summary>
/// <param name="Attempts">How many there were.</param>
/// <param name="P50">Half of them were as quick.</param>
/// <param name="P95">95 of 100 were as quick.</param>
/// <param name="P99">99 of 100 were as quick.</param>
public sealed record LatencyPercentiles(long Attempts, TimeSpan P50, TimeSpan P95, TimeSpan P99);
