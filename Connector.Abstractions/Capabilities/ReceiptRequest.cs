namespace Connector.Abstractions.Capabilities;

/// <summary>A request to the host's receipt address.</summary>
public sealed class ReceiptRequest
{
    /// <summary>The HTTP method, upper-case.</summary>
    public required string Method { get; init; }

    /// <summary>
    /// The address as the provider called it: the host's public address with path and query, not decoded or normalised,
    /// for providers sign these characters.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>The headers by name; the dictionary compares names without regard to case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }
}
