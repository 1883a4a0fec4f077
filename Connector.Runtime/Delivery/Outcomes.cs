using System.Text.Json;
using Connector.Abstractions;

namespace Connector.Runtime.Delivery;

/// <summary>Says what an outcome means for the message.</summary>
internal static class Outcomes
{
    /// <summary>
    /// Whether the same message may be sent again: it certainly did not go out, and the cause may pass.
    /// </summary>
    public static bool IsRetryable(SendOutcome outcome) => outcome is SendOutcome.Refused
    {
        Reason: RefusalReason.RateLimited or RefusalReason.ProviderUnavailable or RefusalReason.NotAttempted,
    };

    public static MessageAttempt ToAttempt(
        SendOutcome outcome, string connector, DateTimeOffset startedAt, TimeSpan duration)
    {
        var refused = outcome as SendOutcome.Refused;
        var unknown = outcome as SendOutcome.Unknown;
        return new MessageAttempt
        {
            Connector = connector,
            StartedAt = startedAt,
            DurationMs = Math.Round(duration.TotalMilliseconds, 3),
            Outcome = Name(outcome),
            Reason = refused is null ? null : Name(refused.Reason),
            Detail = refused?.Detail ?? unknown?.Detail,
            ProviderCode = refused?.ProviderCode ?? unknown?.ProviderCode,
            ProviderRequestId = outcome.ProviderRequestId,
        };
    }

    public static string Name(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => "accepted",
        SendOutcome.Refused => "refused",
        _ => "unknown",
    };

    // A plugin built against a later contract may know reasons that this host doesn't.
    public static string Name(RefusalReason reason) => JsonNamingPolicy.CamelCase.ConvertName(
        (Enum.IsDefined(reason) ? reason : RefusalReason.Misconfigured).ToString());
}
