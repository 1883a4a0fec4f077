using Connector.Abstractions.Capabilities;

namespace Connectors.Sandbox.Receipts;

/// <summary>Reads the sandbox's own receipts, once the signature has shown that they are.</summary>
internal sealed class ReceiptReader(ReceiptKey key)
{
    public const string SignatureHeader = "X-Sandbox-Signature";

    public ReceiptReading Read(ReceiptRequest request)
    {
        if (!request.Headers.TryGetValue(SignatureHeader, out var claimed)
            || !key.IsValid(claimed, request.Url, request.Body.Span))
        {
            return new ReceiptReading.Untrusted();
        }

        return SandboxReceipt.Read(request.Body.Span) is { } receipt
            ? new ReceiptReading.Verified([receipt.ToDeliveryReceipt()])
            : new ReceiptReading.Malformed("The body is not a receipt of the sandbox.");
    }
}
