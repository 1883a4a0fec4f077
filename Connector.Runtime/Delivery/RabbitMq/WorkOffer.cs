namespace Connector.Runtime.Delivery;

/// <summary>Says that a message waits for a connector. Whether it really does, its row in the database tells.</summary>
internal sealed record WorkOffer(string MessageId, string Connector);
