namespace Connector.Runtime.Delivery;

/// <summary>A message that was taken: it is on disk.</summary>
/// <param name="Message">The message, with the status it had reached.</param>
/// <param name="IsReplay">Whether an earlier request with the same idempotency key had stored it.</param>
/// <param name="HasWaited">Whether the request that stored it waited for its status.</param>
public sealed record Acceptance(MessageResult Message, bool IsReplay, bool HasWaited);
