namespace Connector.Runtime.Delivery;

/// <summary>What a subscriber is sent, in the form of Standard Webhooks.</summary>
/// <param name="Type">The kind of event.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Data">What it happened to.</param>
internal sealed record EventBody<T>(string Type, DateTimeOffset Timestamp, T Data);
