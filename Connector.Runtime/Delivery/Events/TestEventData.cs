namespace Connector.Runtime.Delivery;

/// <summary>What an event that tries out a subscriber is about.</summary>
/// <param name="WebhookId">The webhook that it was sent through.</param>
internal sealed record TestEventData(string WebhookId);
