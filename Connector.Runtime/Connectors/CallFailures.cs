using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>Tells callers why a connector did not do what it can, and the log with what kind of error.</summary>
internal static class CallFailures
{
    /// <param name="logger">Where the operator looks.</param>
    /// <param name="connector">The connector.</param>
    /// <param name="purpose">What it was to do, such as <c>read its inbox</c>.</param>
    /// <param name="end">How the call ended; not with a result.</param>
    /// <param name="fault">The kind of error.</param>
    public static string Tell(ILogger logger, RunningConnector connector, string purpose, CallEnd end, string? fault)
    {
        Log.CapabilityFailed(logger, connector.Name, purpose, end, fault);
        return end switch
        {
            CallEnd.TimedOut => $"Connector {connector.Name} did not {purpose} in time.",
            CallEnd.NotCalled => $"Connector {connector.Name} is being stopped.",
            CallEnd.NoThread => $"Connector {connector.Name} was not asked: its plugin blocks all its threads.",
            CallEnd.Quarantined => $"Connector {connector.Name} was not asked: its plugin is quarantined.",
            _ => $"Connector {connector.Name} failed to {purpose}. The host's log has the kind of error.",
        };
    }
}
