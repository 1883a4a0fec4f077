using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>Answers to requests for sending a message again that can't be.</summary>
internal static class ResendFaults
{
    private const string Title = "The message can't be sent again";

    public static ConnectorRequestException Of(ResendObstacle obstacle, MessageStatus? status) => obstacle switch
    {
        ResendObstacle.Expired => Conflict(
            "message_expired",
            "The message has expired",
            "Nobody waits for its code any more. Let the person ask for a new one, which is a new message."),
        ResendObstacle.Erased => Conflict(
            "message_content_gone",
            "Number and code of the message are gone",
            "They were erased when it ended, or are those of the message that was sent in its place. With "
            + "ConnectorHost:Delivery:KeepFailedContent those of messages that fail are kept until they expire."),
        ResendObstacle.NotEnded => Refused(status, "The host still works on it."),
        ResendObstacle.Canceled => Refused(status, "It was called back."),
        _ => Refused(status, "The provider took it. Only one that failed can be sent again."),
    };

    private static ConnectorRequestException Refused(MessageStatus? status, string why) => Conflict(
        "message_not_resendable",
        Title,
        status is { } reached ? $"Its status is {MessageStatuses.NameOf(reached)}. {why}" : why);

    private static ConnectorRequestException Conflict(string code, string title, string detail) =>
        new(ConnectorRequestKind.Conflict, code, title, $"{detail} Nothing was sent.");
}
