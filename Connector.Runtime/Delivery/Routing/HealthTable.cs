using System.Collections.Concurrent;
using Connector.Abstractions;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>The health of every connector that has sent on this host. Thread-safe.</summary>
internal sealed class HealthTable(TimeProvider timeProvider, ILogger<HealthTable> logger)
{
    private readonly ConcurrentDictionary<string, ConnectorHealth> byName = new(StringComparer.OrdinalIgnoreCase);

    public ConnectorHealth Of(string connector) =>
        byName.TryGetValue(connector, out var known)
            ? known
            : byName.GetOrAdd(connector, _ => new ConnectorHealth(timeProvider));

    /// <summary>Begins anew, as after a change of the connector's settings.</summary>
    public void Forget(string connector) => byName.TryRemove(connector, out _);

    /// <summary>Lets a connector have no message for so long.</summary>
    public void Hold(string connector, TimeSpan time) => Of(connector).Hold(time);

    public void Report(string connector, SendOutcome outcome)
    {
        var health = Of(connector);
        if (!health.Report(outcome))
        {
            return;
        }

        if (health.State == BreakerState.Closed)
        {
            Log.BreakerClosed(logger, connector);
        }
        else
        {
            Log.BreakerOpened(logger, connector, Outcomes.Name(outcome), health.Pause);
        }
    }
}
