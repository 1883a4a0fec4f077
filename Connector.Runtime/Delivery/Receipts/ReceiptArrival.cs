namespace Connector.Runtime.Delivery;

/// <summary>A request to the receipt address of a connector, as it arrived.</summary>
public sealed class ReceiptArrival
{
    /// <summary>The HTTP method, upper-case.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query exactly as they arrived, not decoded: providers sign these characters.</summary>
    public required string Target { get; init; }

    /// <summary>The headers by name; the dictionary compares names without regard to case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }
}
