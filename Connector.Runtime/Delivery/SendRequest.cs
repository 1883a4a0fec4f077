using System.Net;
using System.Text.Json;

namespace Connector.Runtime.Delivery;

/// <summary>A message to send, as a caller asks for it.</summary>
public sealed record SendRequest
{
    /// <summary>The recipient in international form; separators and a missing plus sign are accepted.</summary>
    public required string To { get; init; }

    /// <summary>Why it is sent: a well-known usage type or one that the configuration adds. Case-sensitive.</summary>
    public required string UsageType { get; init; }

    /// <summary>
    /// What the template may show: a JSON object with <c>code</c>, <c>link</c>, <c>locale</c>, <c>uiLocales</c> and any
    /// others.
    /// </summary>
    public JsonElement Payload { get; init; }

    /// <summary>The connector to use; <see langword="null"/> to let the host choose.</summary>
    public string? Connector { get; init; }

    /// <summary>When the code stops being useful; <see langword="null"/> for the configured lifetime.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The address of the person who caused the message.</summary>
    public IPAddress? ClientIp { get; init; }

    /// <summary>The type's name only: the request holds a number and a code.</summary>
    /// <returns><c>SendRequest</c>.</returns>
    public override string ToString() => nameof(SendRequest);
}
