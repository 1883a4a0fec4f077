namespace Connector.Runtime.Delivery;

/// <summary>A message that is a host's, as of one taking.</summary>
internal sealed record OwnedMessage(string Id, long Fence);
