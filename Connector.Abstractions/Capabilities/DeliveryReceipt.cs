namespace Connector.Abstractions.Capabilities;

/// <summary>The provider's report on one message it accepted earlier.</summary>
/// <remarks>Receipts may arrive late, twice, or out of order.</remarks>
/// <param name="ProviderMessageId">As in <see cref="SendOutcome.Accepted"/>.</param>
/// <param name="Status">How far the message has come.</param>
public sealed record DeliveryReceipt(string ProviderMessageId, DeliveryStatus Status)
{
    /// <summary>Why it failed. <see langword="null"/> when it didn't, or when the provider doesn't say.</summary>
    public RefusalReason? Reason { get; init; }

    /// <summary>The provider's own code, such as <c>30003</c>. <see langword="null"/> when it gave none.</summary>
    public string? ProviderCode { get; init; }
}
