namespace TwilioSimulator.Messages;

/// <summary>Twilio's words for where a message is.</summary>
public static class MessageStatus
{
    /// <summary>Taken, the Messaging Service has not chosen a sender yet.</summary>
    public const string Accepted = "accepted";

    /// <summary>To be sent at a later time.</summary>
    public const string Scheduled = "scheduled";

    /// <summary>Waiting for its turn.</summary>
    public const string Queued = "queued";

    /// <summary>On its way to the carrier.</summary>
    public const string Sending = "sending";

    /// <summary>The carrier took it.</summary>
    public const string Sent = "sent";

    /// <summary>The carrier reported delivery.</summary>
    public const string Delivered = "delivered";

    /// <summary>The carrier reported that delivery failed.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>It never reached a carrier.</summary>
    public const string Failed = "failed";

    /// <summary>Canceled before it was sent.</summary>
    public const string Canceled = "canceled";

    internal static bool IsFinal(string status) => status is Delivered or Undelivered or Failed or Canceled;

    internal static bool IsCancelable(string status) => status is Accepted or Scheduled or Queued;
}
