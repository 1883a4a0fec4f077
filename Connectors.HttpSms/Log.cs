using Connector.Abstractions;
using Microsoft.Extensions.Logging;

namespace Connectors.HttpSms;

/// <summary>Event ids 2500 to 2519.</summary>
internal static partial class Log
{
    [LoggerMessage(2501, LogLevel.Debug, "The provider accepted {MessageId} as {ProviderMessageId}")]
    public static partial void Accepted(ILogger logger, string? messageId, string providerMessageId);

    [LoggerMessage(2502, LogLevel.Information, "Refused {MessageId}: {Reason}, code {Code}")]
    public static partial void Refused(ILogger logger, string? messageId, RefusalReason reason, string? code);

    [LoggerMessage(2503, LogLevel.Warning, "Unknown {MessageId}: {Detail} Code {Code}")]
    public static partial void Unknown(ILogger logger, string? messageId, string detail, string? code);

    public static void Outcome(ILogger logger, string? messageId, SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                Accepted(logger, messageId, accepted.ProviderMessageId);
                break;
            case SendOutcome.Refused refused:
                Refused(logger, messageId, refused.Reason, refused.ProviderCode);
                break;
            case SendOutcome.Unknown unknown:
                Unknown(logger, messageId, unknown.Detail, unknown.ProviderCode);
                break;
        }
    }
}
