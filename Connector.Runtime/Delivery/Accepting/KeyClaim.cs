using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>An idempotency key on its way into the database, before its message.</summary>
internal sealed record KeyClaim(string Client, string Key, Statement Statement);
