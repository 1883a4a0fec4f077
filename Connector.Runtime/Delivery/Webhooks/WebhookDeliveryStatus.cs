namespace Connector.Runtime.Delivery;

/// <summary>How far an event has come with a webhook. The numbers are stored.</summary>
public enum WebhookDeliveryStatus
{
    /// <summary>It is to be sent, or sent again.</summary>
    Pending = 0,

    /// <summary>The receiver took it.</summary>
    Delivered = 1,

    /// <summary>It was given up.</summary>
    Failed = 2,
}
