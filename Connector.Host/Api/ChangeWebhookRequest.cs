using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>What is to change about a webhook; what is missing stays as it is.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChangeWebhookRequest
{
    /// <summary>Where events are sent, those that are pending too.</summary>
    public string? Url { get; init; }

    /// <summary>The kinds of events; empty for all.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>A note of up to 200 characters; empty for none.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is told anything.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The type's name only: an address may hold a secret.</summary>
    public override string ToString() => nameof(ChangeWebhookRequest);
}
