using TwilioSimulator.Messages;

namespace TwilioSimulator.Progress;

/// <summary>Where a message goes next: its recipient decides how it ends.</summary>
internal static class StatusPath
{
    // Errors that stop a message before it reaches a carrier; the other 30xxx are the carrier's report.
    private static readonly int[] BeforeCarrier =
        [30001, 30002, 30010, 30032, 30033, 30034, 30035, 30036, 30037, 30038, 30044, 30450, 30453, 30454];

    /// <summary>The next status and error.</summary>
    /// <returns><see langword="null"/> when the message stays where it is for good.</returns>
    public static (string Status, int? ErrorCode)? Next(SimulatedMessage message)
    {
        var error = MagicNumbers.DeliveryError(message.To);
        return message.Status switch
        {
            MessageStatus.Queued or MessageStatus.Accepted => (MessageStatus.Sending, null),
            MessageStatus.Sending when error is { } code && BeforeCarrier.Contains(code) =>
                (MessageStatus.Failed, code),
            MessageStatus.Sending => (MessageStatus.Sent, null),
            MessageStatus.Sent when message.To == MagicNumbers.StopsAtSent => null,
            MessageStatus.Sent when error is { } code => (MessageStatus.Undelivered, code),
            MessageStatus.Sent => (MessageStatus.Delivered, null),
            _ => null,
        };
    }
}
