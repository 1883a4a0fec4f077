using System.Text;
using System.Text.Json.Nodes;
using TwilioSimulator.Http;

namespace TwilioSimulator.Faults;

/// <summary>Bends a good answer: still JSON, no longer what the documentation says.</summary>
internal static class OddReplies
{
    public const string UnknownStatus = "teleported";

    public static Reply WithUnknownStatus(Reply reply) => Bend(reply, message => message["status"] = UnknownStatus);

    public static Reply WithOddTypes(Reply reply) =>
        Bend(reply, message =>
        {
            message["num_segments"] = 1;
            message["num_media"] = 0;
            message["price"] = -0.0079;
            message["error_code"] = "30008";
            message["subresource_uris"] = new JsonArray();
            message["unheard_of"] = new JsonObject { ["deep"] = true };
        });

    private static Reply Bend(Reply reply, Action<JsonObject> change)
    {
        if (reply.Body.Length == 0 || JsonNode.Parse(reply.Body) is not JsonObject message)
        {
            return reply;
        }

        change(message);
        return reply with { Body = Encoding.UTF8.GetBytes(message.ToJsonString()) };
    }
}
