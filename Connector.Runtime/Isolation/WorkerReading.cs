using Connector.Abstractions.Capabilities;

namespace Connector.Runtime.Isolation;

/// <summary>A <see cref="ReceiptReading"/>, on its way.</summary>
internal sealed record WorkerReading
{
    public IReadOnlyList<DeliveryReceipt>? Receipts { get; init; }

    public bool IsUntrusted { get; init; }

    public string? Malformed { get; init; }

    public static WorkerReading From(ReceiptReading reading) => new()
    {
        Receipts = (reading as ReceiptReading.Verified)?.Receipts,
        IsUntrusted = reading is ReceiptReading.Untrusted,
        Malformed = (reading as ReceiptReading.Malformed)?.Detail,
    };

    public ReceiptReading ToReading() => Receipts is not null
        ? new ReceiptReading.Verified(Receipts)
        : IsUntrusted ? new ReceiptReading.Untrusted() : new ReceiptReading.Malformed(Malformed ?? "");
}
