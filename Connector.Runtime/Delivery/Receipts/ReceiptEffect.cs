namespace Connector.Runtime.Delivery;

/// <summary>What a receipt changed.</summary>
internal enum ReceiptEffect
{
    /// <summary>The message has a new status.</summary>
    Moved = 0,

    /// <summary>It says nothing new, or contradicts what is known of the message.</summary>
    None = 1,

    /// <summary>Nobody knows the provider's id, perhaps not yet.</summary>
    NoMessage = 2,
}
