namespace Connector.Runtime.Delivery;

/// <summary>How a connector fares on this host, as an operator sees it.</summary>
/// <param name="Breaker">Whether it is given messages.</param>
/// <param name="Share">How much of its weight it has right now, in percent: 10 to 100.</param>
/// <param name="PausedFor">How long it is given none, in whole seconds; 0 when it is.</param>
public sealed record ConnectorHealthReport(BreakerState Breaker, int Share, int PausedFor);
