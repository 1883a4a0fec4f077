using Connector.Abstractions;

namespace Connector.Runtime.Delivery;

/// <summary>Sorts refusals by what helps against them.</summary>
internal static class Refusals
{
    /// <summary>Whether the same connector may take it later; nothing has left.</summary>
    public static bool IsTransient(RefusalReason reason) => reason is RefusalReason.RateLimited
        or RefusalReason.ProviderUnavailable
        or RefusalReason.NotAttempted;

    /// <summary>Whether no connector would take it.</summary>
    public static bool IsForRecipient(RefusalReason reason) => reason is RefusalReason.InvalidRecipient
        or RefusalReason.OptedOut;
}
