namespace Connector.Runtime.Delivery;

/// <summary>How far a message has come. The numbers are stored, and a status only moves to a higher one.</summary>
public enum MessageStatus
{
    /// <summary>It waits to be sent.</summary>
    Queued = 0,

    /// <summary>A host is handing it to the provider.</summary>
    Sending = 1,

    /// <summary>It may have left; nobody knows yet.</summary>
    Unknown = 2,

    /// <summary>The provider took it.</summary>
    Accepted = 3,

    /// <summary>The provider passed it on to the recipient's network.</summary>
    Sent = 4,

    /// <summary>It reached the handset. Final.</summary>
    Delivered = 10,

    /// <summary>The network could not deliver it. Final.</summary>
    Undelivered = 11,

    /// <summary>No connector's provider took it. Final.</summary>
    Refused = 12,

    /// <summary>The provider took it and then could not send it. Final.</summary>
    Failed = 13,

    /// <summary>Its time ran out before a provider took it. Final.</summary>
    Expired = 14,

    /// <summary>It was called back before a provider took it. Final.</summary>
    Canceled = 15,
}
