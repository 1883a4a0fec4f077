using Connector.Abstractions.Capabilities;

namespace Connector.Runtime.Delivery;

/// <summary>What a provider verifiably reported about one message.</summary>
/// <param name="Connector">The connector that reads the provider's receipts.</param>
/// <param name="MessageId">
/// The message that the called address names; <see langword="null"/> when it names none.
/// </param>
/// <param name="ProviderMessageId">The provider's id of the message.</param>
/// <param name="Status">How far the message has come.</param>
internal sealed record ReceivedReceipt(
    string Connector, string? MessageId, string ProviderMessageId, MessageStatus Status)
{
    // Longer than any provider's, and short enough for an index.
    private const int MaxIdLength = 256;

    /// <summary>Which attempt it is about, if the called address tells.</summary>
    public int? Attempt { get; init; }

    public string? Reason { get; init; }

    public string? ProviderCode { get; init; }

    /// <summary>Reads a receipt of a plugin, which can hold anything whatever its type promises.</summary>
    /// <returns><see langword="null"/> when it says nothing that this host understands.</returns>
    public static ReceivedReceipt? From(string connector, ReceiptAddress address, DeliveryReceipt? receipt) =>
        receipt is { ProviderMessageId: { Length: > 0 and <= MaxIdLength } id }
        && StatusOf(receipt.Status) is { } status
            ? new ReceivedReceipt(connector, address.MessageId, id, status)
            {
                Attempt = address.Attempt,
                Reason = receipt.Reason is { } reason ? Outcomes.Name(reason) : null,
                ProviderCode = receipt.ProviderCode,
            }
            : null;

    // A plugin built against a later contract may know statuses that this host doesn't.
    private static MessageStatus? StatusOf(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Accepted => MessageStatus.Accepted,
        DeliveryStatus.Sent => MessageStatus.Sent,
        DeliveryStatus.Delivered => MessageStatus.Delivered,
        DeliveryStatus.Undelivered => MessageStatus.Undelivered,
        DeliveryStatus.Failed => MessageStatus.Failed,
        DeliveryStatus.Canceled => MessageStatus.Canceled,
        _ => null,
    };
}
