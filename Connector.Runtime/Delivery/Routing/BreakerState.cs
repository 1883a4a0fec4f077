namespace Connector.Runtime.Delivery;

/// <summary>Whether a connector is given messages, by how its last sends went on this host.</summary>
public enum BreakerState
{
    /// <summary>It works: it gets its share of the messages.</summary>
    Closed = 0,

    /// <summary>It failed again and again: it gets none for a while.</summary>
    Open = 1,

    /// <summary>After that while: one message at a time finds out whether it works again.</summary>
    HalfOpen = 2,
}
