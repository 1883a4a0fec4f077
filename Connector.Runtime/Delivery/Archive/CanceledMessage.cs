namespace Connector.Runtime.Delivery;

/// <summary>What became of calling a message back.</summary>
/// <param name="Message">The message as it is now.</param>
/// <param name="IsCanceled">
/// Whether it is canceled, by this call or an earlier one; otherwise it may be on its way, or has arrived or failed.
/// </param>
public sealed record CanceledMessage(MessageResult Message, bool IsCanceled);
