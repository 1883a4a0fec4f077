using System.Text.Json;

namespace Connector.Runtime.Plugins;

/// <summary>Parses what plugins bring: no comments, no trailing commas, no member twice.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static JsonDocument Parse(byte[] json)
    {
        // Editors on Windows write the mark; the parser takes it for a fault.
        var start = json.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        return JsonDocument.Parse(json.AsMemory(start), Options);
    }
}
