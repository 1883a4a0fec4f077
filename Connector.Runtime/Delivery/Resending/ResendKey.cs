namespace Connector.Runtime.Delivery;

/// <summary>An idempotency key with the request that it stands for.</summary>
internal sealed record ResendKey(string Client, string Key, byte[] Fingerprint);
