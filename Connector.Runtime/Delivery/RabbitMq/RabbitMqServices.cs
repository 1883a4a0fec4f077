using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>What the broker's client needs of its surroundings.</summary>
internal sealed record RabbitMqServices(TimeProvider TimeProvider, ILogger<RabbitMqOffers> Logger);
