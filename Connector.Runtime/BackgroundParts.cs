using Connector.Runtime.Delivery;

namespace Connector.Runtime;

/// <summary>What begins before everything else in the background, and ends after it.</summary>
internal sealed record BackgroundParts(HostWatch Hosts, IntakeWarmUp WarmUp, DeliveryRunner Runner);
