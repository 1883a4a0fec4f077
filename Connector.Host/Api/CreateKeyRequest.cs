using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>An API key to be created.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CreateKeyRequest
{
    /// <summary>What it is for, up to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it is granted: <c>revealNumbers</c>, <c>manageKeys</c>; nothing when missing or empty.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }
}
