using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>A template to try.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PreviewTemplateRequest
{
    /// <summary>The template, such as <c>Your code is {{code}}.</c></summary>
    public required string Content { get; init; }

    /// <summary>
    /// What the template may show: an object with <c>code</c>, <c>link</c>, <c>locale</c> and any others.
    /// </summary>
    public JsonElement? Payload { get; init; }

    /// <summary>The type's name only: the request holds a code.</summary>
    public override string ToString() => nameof(PreviewTemplateRequest);
}
