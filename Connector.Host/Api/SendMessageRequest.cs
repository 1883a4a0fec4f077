using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>A message to send.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SendMessageRequest
{
    /// <summary>The recipient in international form; separators and a missing plus sign are accepted.</summary>
    public required string To { get; init; }

    /// <summary>Why it is sent, such as <c>SignIn</c>; selects the template. Case-sensitive.</summary>
    public required string UsageType { get; init; }

    /// <summary>
    /// What the template may show: an object with <c>code</c>, <c>link</c>, <c>locale</c> and any others.
    /// </summary>
    public JsonElement? Payload { get; init; }

    /// <summary>The name of the connector to use; the host chooses when it is missing.</summary>
    public string? Connector { get; init; }

    /// <summary>When the code stops being useful; the configured lifetime from now when it is missing.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The IP address of the person who caused the message, for providers that fight abuse.</summary>
    public string? ClientIp { get; init; }

    /// <summary>The type's name only: the request holds a number and a code.</summary>
    public override string ToString() => nameof(SendMessageRequest);
}
