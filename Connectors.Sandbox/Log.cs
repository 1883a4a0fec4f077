using Connector.Abstractions;
using Microsoft.Extensions.Logging;

namespace Connectors.Sandbox;

/// <summary>Event ids 2300 to 2399.</summary>
internal static partial class Log
{
    [LoggerMessage(2301, LogLevel.Information, "Put {MessageId} into the inbox as {InboxId}")]
    public static partial void Delivered(ILogger logger, string? messageId, string inboxId);

    [LoggerMessage(2302, LogLevel.Information, "Refused {MessageId}: {Reason}")]
    public static partial void Refused(ILogger logger, string? messageId, RefusalReason reason);

    [LoggerMessage(2303, LogLevel.Information, "Unknown {MessageId}: {Detail}")]
    public static partial void Unknown(ILogger logger, string? messageId, string detail);

    // Without the exception: its text holds a path of the host.
    [LoggerMessage(2304, LogLevel.Warning, "The inbox can't be written ({Exception}), so {MessageId} is refused")]
    public static partial void InboxNotWritable(ILogger logger, string exception, string? messageId);

    [LoggerMessage(2305, LogLevel.Warning,
        "The host did not take a delivery receipt at its PublicUrl ({Fault}); further ones are not logged until it "
        + "does")]
    public static partial void ReceiptNotTaken(ILogger logger, string fault);

    public static void Outcome(ILogger logger, string? messageId, SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                Delivered(logger, messageId, accepted.ProviderMessageId);
                break;
            case SendOutcome.Refused refused:
                Refused(logger, messageId, refused.Reason);
                break;
            case SendOutcome.Unknown unknown:
                Unknown(logger, messageId, unknown.Detail);
                break;
        }
    }
}
