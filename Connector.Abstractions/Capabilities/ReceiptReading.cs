namespace Connector.Abstractions.Capabilities;

/// <summary>What a request to the receipt address turned out to be.</summary>
public abstract record ReceiptReading
{
    private ReceiptReading()
    {
    }

    /// <summary>The provider sent it.</summary>
    /// <param name="Receipts">What it reports; empty when it says nothing about a message.</param>
    public sealed record Verified(IReadOnlyList<DeliveryReceipt> Receipts) : ReceiptReading;

    /// <summary>The signature is missing or wrong. Nothing in the request may be believed.</summary>
    public sealed record Untrusted : ReceiptReading;

    /// <summary>The signature is right, but the request can't be read.</summary>
    /// <param name="Detail">What is wrong, in the connector's own words.</param>
    public sealed record Malformed(string Detail) : ReceiptReading;
}
