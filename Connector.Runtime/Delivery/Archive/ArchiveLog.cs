using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>What is logged about stored messages. Event ids 2270 to 2279.</summary>
internal static partial class ArchiveLog
{
    [LoggerMessage(2270, LogLevel.Information, "Message {MessageId} was canceled before it was sent")]
    public static partial void Canceled(ILogger logger, string messageId);

    [LoggerMessage(2271, LogLevel.Information, "Message {MessageId} is sent again as message {SuccessorId}")]
    public static partial void Resent(ILogger logger, string messageId, string successorId);
}
