using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>What every pump needs of its surroundings.</summary>
internal sealed record LanePumpServices(TimeProvider TimeProvider, ILogger<LanePump> Logger);
