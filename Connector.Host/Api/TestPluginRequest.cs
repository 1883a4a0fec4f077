using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>A test message to be sent with a configuration that is not saved anywhere.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TestPluginRequest
{
    /// <summary>The recipient in international form.</summary>
    public required string Phone { get; init; }

    /// <summary>The configuration as the plugin's schema describes it.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>Which template to use; <c>Generic</c> when missing.</summary>
    public string? UsageType { get; init; }

    /// <summary>The language to test, a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>The type's name only: a configuration holds secrets.</summary>
    public override string ToString() => nameof(TestPluginRequest);
}
