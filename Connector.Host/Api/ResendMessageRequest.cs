using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>How a message is sent again.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ResendMessageRequest
{
    /// <summary>
    /// The name of the connector to use; when it is missing, the one that the message's caller had named, or else the
    /// host chooses.
    /// </summary>
    public string? Connector { get; init; }
}
