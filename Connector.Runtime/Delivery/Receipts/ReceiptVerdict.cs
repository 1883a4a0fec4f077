namespace Connector.Runtime.Delivery;

/// <summary>What a request to the receipt address turned out to be.</summary>
public enum ReceiptVerdict
{
    /// <summary>The provider sent it, and what it says is stored, as far as it is news.</summary>
    Taken = 0,

    /// <summary>There is no such connector, it takes no receipts, or the host has no public address.</summary>
    NotFound = 1,

    /// <summary>The provider's signature is missing or wrong.</summary>
    Untrusted = 2,

    /// <summary>The provider signed it, but it can't be read.</summary>
    Malformed = 3,

    /// <summary>The connector failed to read it; the same request may succeed later.</summary>
    Unread = 4,
}
