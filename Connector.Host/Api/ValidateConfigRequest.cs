using System.Text.Json;

namespace Connector.Host.Api;

/// <summary>A configuration to check.</summary>
internal sealed record ValidateConfigRequest
{
    /// <summary>The configuration as the plugin's schema describes it.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>The type's name only: a configuration holds secrets.</summary>
    public override string ToString() => nameof(ValidateConfigRequest);
}
