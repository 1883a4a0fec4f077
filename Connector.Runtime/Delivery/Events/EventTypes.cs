namespace Connector.Runtime.Delivery;

/// <summary>The kinds of events that are told: one for each status that says what became of a message.</summary>
public static class EventTypes
{
    /// <summary>What subscribers are sent to try out their end; nobody subscribes to it.</summary>
    public const string Test = "webhook.test";

    private const string Prefix = "message.";

    // A message is queued and being sent before anything has become of it.
    private static readonly MessageStatus[] Told =
        [.. Enum.GetValues<MessageStatus>().Except([MessageStatus.Queued, MessageStatus.Sending])];

    /// <summary>The names of all kinds that can be subscribed to, such as <c>message.delivered</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Told.Select(NameOf)];

    internal static string NameOf(MessageStatus status) => Prefix + MessageStatuses.NameOf(status);

    /// <summary>The status as one bit; 0 when no event tells it.</summary>
    internal static long BitOf(MessageStatus status) =>
        status is MessageStatus.Queued or MessageStatus.Sending ? 0 : 1L << (int)status;

    /// <summary>Several kinds as they are stored; 0 stands for all, those that are still to come included.</summary>
    internal static long BitsOf(IReadOnlyList<string> names) =>
        Told.Where(status => names.Contains(NameOf(status), StringComparer.Ordinal)).Sum(BitOf);

    internal static IReadOnlyList<string> NamesOf(long bits) =>
        [.. Told.Where(status => (bits & BitOf(status)) != 0).Select(NameOf)];
}
