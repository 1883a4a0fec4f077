using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>A configuration to check.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ValidateConfigRequest
{
    /// <summary>The configuration as the plugin's schema describes it.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>The type's name only: a configuration holds secrets.</summary>
    public override string ToString() => nameof(ValidateConfigRequest);
}
