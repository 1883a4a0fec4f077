using System.Text.Json;
using System.Text.Unicode;

namespace Connector.Runtime.Plugins;

/// <summary>Parses what plugins bring: no comments, no trailing commas, no member twice.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Parses a document whose every text can be read.</summary>
    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    /// <returns>The document; the caller disposes it.</returns>
    /// <exception cref="JsonException">It isn't JSON.</exception>
    public static JsonDocument Parse(byte[] json)
    {
        // Editors on Windows write the mark; the parser takes it for a fault.
        var start = json.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var document = JsonDocument.Parse(json.AsMemory(start), Options);
        CheckTexts(json.AsSpan(start));
        return document;
    }

    // The parser leaves texts alone until someone reads them, and then throws something else.
    private static void CheckTexts(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            throw new JsonException("It isn't UTF-8.");
        }

        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.ValueIsEscaped && reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                CheckEscapes(ref reader);
            }
        }
    }

    private static void CheckEscapes(ref Utf8JsonReader reader)
    {
        try
        {
            reader.GetString();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"A text at byte {reader.TokenStartIndex} can't be read.", e);
        }
    }
}
