using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>A webhook to be added.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CreateWebhookRequest
{
    /// <summary>Where events are sent; begins with <c>https://</c>.</summary>
    public required string Url { get; init; }

    /// <summary>The kinds of events, such as <c>message.delivered</c>; all when missing or empty.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>A note of up to 200 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is told anything; true when missing.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The type's name only: an address may hold a secret.</summary>
    public override string ToString() => nameof(CreateWebhookRequest);
}
