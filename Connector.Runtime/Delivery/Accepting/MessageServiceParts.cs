namespace Connector.Runtime.Delivery;

/// <summary>What <see cref="MessageService"/> is made of.</summary>
internal sealed record MessageServiceParts(
    Router Router, MessageIntake Intake, IdempotencyKeys Keys, MessageWaiting Waiting, Backlog Backlog);
