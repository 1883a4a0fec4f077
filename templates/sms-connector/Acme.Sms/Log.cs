using Connector.Abstractions;
using Microsoft.Extensions.Logging;

namespace AcmeNamespace;

/// <summary>Everything this connector logs. Never a number, a text, a code or a secret.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "Accepted {MessageId} as {ProviderMessageId}")]
    public static partial void Accepted(ILogger logger, string? messageId, string providerMessageId);

    [LoggerMessage(2, LogLevel.Information, "Refused {MessageId}: {Reason}, code {Code}")]
    public static partial void Refused(ILogger logger, string? messageId, RefusalReason reason, string? code);

    [LoggerMessage(3, LogLevel.Warning, "Unknown {MessageId}: {Detail}")]
    public static partial void Unknown(ILogger logger, string? messageId, string detail);

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
                Unknown(logger, messageId, unknown.Detail);
                break;
        }
    }
}
