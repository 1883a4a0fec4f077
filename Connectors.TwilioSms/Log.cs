using Connector.Abstractions;
using Microsoft.Extensions.Logging;

namespace Connectors.TwilioSms;

/// <summary>Event ids 2100 to 2199.</summary>
internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Debug, "Twilio accepted {MessageId} as {ProviderMessageId}")]
    public static partial void Accepted(ILogger logger, string? messageId, string providerMessageId);

    [LoggerMessage(2102, LogLevel.Information, "Refused {MessageId}: {Reason}, code {Code}, request {RequestId}")]
    public static partial void Refused(
        ILogger logger, string? messageId, RefusalReason reason, string? code, string? requestId);

    [LoggerMessage(2103, LogLevel.Warning, "Unknown {MessageId}: {Detail} Code {Code}, request {RequestId}")]
    public static partial void Unknown(
        ILogger logger, string? messageId, string detail, string? code, string? requestId);

    [LoggerMessage(2104, LogLevel.Warning, "A delivery receipt can't be verified because authToken is not configured")]
    public static partial void ReceiptWithoutToken(ILogger logger);

    public static void Outcome(ILogger logger, string? messageId, SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                Accepted(logger, messageId, accepted.ProviderMessageId);
                break;
            case SendOutcome.Refused refused:
                Refused(logger, messageId, refused.Reason, refused.ProviderCode, refused.ProviderRequestId);
                break;
            case SendOutcome.Unknown unknown:
                Unknown(logger, messageId, unknown.Detail, unknown.ProviderCode, unknown.ProviderRequestId);
                break;
        }
    }
}
