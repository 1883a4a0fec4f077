using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>What every part of a session needs.</summary>
internal sealed record BrokerContext(
    BrokerEndpoint Broker, OfferTopology Topology, RabbitMqLimits Limits, TimeProvider Time, ILogger Logger);
