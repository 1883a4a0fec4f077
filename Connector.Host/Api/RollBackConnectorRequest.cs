using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>Which revision of a connector to bring back.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RollBackConnectorRequest
{
    /// <summary>A revision in its history that didn't delete it.</summary>
    public required long Revision { get; init; }
}
