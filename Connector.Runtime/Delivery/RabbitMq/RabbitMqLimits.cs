namespace Connector.Runtime.Delivery;

/// <summary>How long the broker is waited for, and how often a failing offer is tried. Tests shorten them.</summary>
internal sealed record RabbitMqLimits
{
    /// <summary>Until a publish counts as lost; the client can wait for ever after the broker restarted.</summary>
    public TimeSpan Publish { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For each other answer of the broker.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For what is being handled when the host stops.</summary>
    public TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Between two looks whether every subscription is in order.</summary>
    public TimeSpan Check { get; init; } = TimeSpan.FromSeconds(1);

    public Backoff Reconnect { get; init; } = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(10));

    /// <summary>
    /// Before an offer whose handling failed goes back; it also slows a host down whose database is away.
    /// </summary>
    public Backoff Requeue { get; init; } = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30));

    /// <summary>
    /// How often an offer goes back to its queue before it is parked. It belongs to the queue for good.
    /// </summary>
    public int Requeues { get; init; } = 20;
}
