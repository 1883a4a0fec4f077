namespace Connector.Runtime.Delivery;

/// <summary>Whether a message can be sent again.</summary>
/// <param name="Obstacle">What is in the way; <see langword="null"/> when it can.</param>
/// <param name="MayArriveTwice">Whether nobody knows if it has left.</param>
public sealed record ResendState(ResendObstacle? Obstacle, bool MayArriveTwice);
