using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Audit;

/// <summary>What is logged when the audit log can't be written. Event ids 2400 to 2409.</summary>
internal static partial class AuditFaultLog
{
    [LoggerMessage(2400, LogLevel.Error,
        "The audit log could not be written ({Code}): {Action} of {Subject} by {Actor} was done all the same")]
    public static partial void NotWritten(
        ILogger logger, string action, string? subject, string? actor, string code);
}
