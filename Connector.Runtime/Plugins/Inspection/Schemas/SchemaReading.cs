namespace Connector.Runtime.Plugins;

/// <summary>What reading a config schema gave.</summary>
internal sealed record SchemaReading(
    IReadOnlyList<string> Faults,
    IReadOnlyList<(string Pointer, string Keyword)> Ignored);
