using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>Decides how long number and code of messages stay that didn't arrive.</summary>
internal static class FailedContent
{
    /// <summary>The statuses of messages that didn't arrive, or of which nobody knows, as SQL lists them.</summary>
    public const string Statuses = "(2, 11, 12, 13)";

    /// <summary>Whether a message that ends so may be sent again.</summary>
    public static bool IsFailed(MessageStatus status) => status is MessageStatus.Unknown
        or MessageStatus.Undelivered or MessageStatus.Refused or MessageStatus.Failed;

    /// <summary>Whether number and code go as soon as a message has ended so.</summary>
    public static bool IsErasedAtOnce(DeliveryOptions options, MessageStatus status) =>
        options.KeepContent == TimeSpan.Zero && !(options.KeepFailedContent && IsFailed(status));

    /// <returns><see langword="null"/> when the message can be sent again.</returns>
    public static ResendObstacle? FindObstacle(ClaimedRow row, DateTimeOffset now) => row.Record.Status switch
    {
        _ when row.Record.Work != MessageWork.None => ResendObstacle.NotEnded,
        MessageStatus.Canceled => ResendObstacle.Canceled,
        MessageStatus.Expired => ResendObstacle.Expired,
        var status when !IsFailed(status) => ResendObstacle.Taken,
        _ when row.Record.ExpiresAt <= now => ResendObstacle.Expired,
        _ => row.Content is null ? ResendObstacle.Erased : null,
    };

    /// <exception cref="ConnectorRequestException">It can't be sent again.</exception>
    public static void ThrowIfLost(ClaimedRow? row, DateTimeOffset now)
    {
        var obstacle = row is null ? ResendObstacle.Erased : FindObstacle(row, now);
        if (obstacle is { } found)
        {
            throw ResendFaults.Of(found, row?.Record.Status);
        }
    }
}
