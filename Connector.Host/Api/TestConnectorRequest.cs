using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>A test message to be sent through a configured connector.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TestConnectorRequest
{
    /// <summary>The recipient in international form.</summary>
    public required string Phone { get; init; }

    /// <summary>Which template to use; <c>Generic</c> when missing.</summary>
    public string? UsageType { get; init; }

    /// <summary>The language to test, a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>The type's name only: the request holds a number.</summary>
    public override string ToString() => nameof(TestConnectorRequest);
}
