namespace Connector.Runtime.Delivery;

/// <summary>What <see cref="MessageResend"/> is made of.</summary>
internal sealed record ResendParts(
    ResendStore Store, ResendReading Reading, ResendKeys Keys, Backlog Backlog, IDeliveryEngine Engine);
