namespace Connector.Runtime.Delivery;

/// <summary>What came of putting a message into another's place.</summary>
internal sealed record ResendEnd
{
    private ResendEnd()
    {
    }

    /// <summary>It is stored.</summary>
    public static ResendEnd Stored { get; } = new();

    /// <summary>A request with the same idempotency key has been answered already.</summary>
    public static ResendEnd KeyTaken { get; } = new();

    public ResendObstacle? Obstacle { get; private init; }

    public static ResendEnd Of(ResendObstacle obstacle) => new() { Obstacle = obstacle };
}
