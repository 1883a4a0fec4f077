namespace Connector.Runtime.Delivery;

/// <summary>Which events anybody wants, in memory, so that the others cost nothing. Thread-safe.</summary>
internal sealed class Subscriptions
{
    private const long Everything = -1;

    // Until the subscribers have been read, each event might have one; the statements look for themselves.
    private long wanted = Everything;

    /// <summary>Whether anybody subscribed to anything.</summary>
    public bool Any => Volatile.Read(ref wanted) != 0;

    public bool Wants(MessageStatus status) => (Volatile.Read(ref wanted) & EventTypes.BitOf(status)) != 0;

    /// <param name="events">The stored events of each webhook that is enabled.</param>
    public void Replace(IEnumerable<long> events) => Volatile.Write(
        ref wanted,
        events.Aggregate(0L, (all, webhook) => all | (webhook == 0 ? Everything : webhook)));
}
