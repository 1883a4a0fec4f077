namespace Connector.Runtime.Delivery;

/// <summary>What statuses are called outside, and which are the last.</summary>
public static class MessageStatuses
{
    /// <summary>The names of all statuses as callers see them, such as <c>queued</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<MessageStatus>().Select(NameOf)];

    /// <summary>The name as callers see it, such as <c>queued</c>.</summary>
    /// <param name="status">A status.</param>
    /// <returns>Lower-case letters.</returns>
    public static string NameOf(MessageStatus status) => status switch
    {
        MessageStatus.Queued => "queued",
        MessageStatus.Sending => "sending",
        MessageStatus.Unknown => "unknown",
        MessageStatus.Accepted => "accepted",
        MessageStatus.Sent => "sent",
        MessageStatus.Delivered => "delivered",
        MessageStatus.Undelivered => "undelivered",
        MessageStatus.Refused => "refused",
        MessageStatus.Failed => "failed",
        MessageStatus.Expired => "expired",
        MessageStatus.Canceled => "canceled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
    };

    /// <summary>Reads a name as callers write it.</summary>
    /// <param name="name">Such as <c>queued</c>; exact.</param>
    /// <returns><see langword="null"/> for a name that is none.</returns>
    public static MessageStatus? Parse(string name)
    {
        foreach (var status in Enum.GetValues<MessageStatus>())
        {
            if (string.Equals(NameOf(status), name, StringComparison.Ordinal))
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>Whether nothing can come after it.</summary>
    /// <param name="status">A status.</param>
    /// <returns>Whether it is final.</returns>
    public static bool IsFinal(MessageStatus status) => status >= MessageStatus.Delivered;

    /// <summary>Whether the host has nothing to do any more before a provider took the message or it failed.</summary>
    internal static bool IsReached(MessageStatus status) => status >= MessageStatus.Accepted;
}
