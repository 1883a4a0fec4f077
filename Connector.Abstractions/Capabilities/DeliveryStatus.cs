namespace Connector.Abstractions.Capabilities;

/// <summary>How far a message has come, by the provider's report.</summary>
public enum DeliveryStatus
{
    /// <summary>The provider has it and has not passed it on yet.</summary>
    Accepted = 0,

    /// <summary>Passed on to the carrier.</summary>
    Sent = 1,

    /// <summary>Received by the handset, or by the carrier as far as it tells.</summary>
    Delivered = 2,

    /// <summary>The carrier reports that it could not be delivered.</summary>
    Undelivered = 3,

    /// <summary>The provider could not pass it on.</summary>
    Failed = 4,

    /// <summary>Withdrawn before it was sent.</summary>
    Canceled = 5,
}
