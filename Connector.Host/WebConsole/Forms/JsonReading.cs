using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Runtime.Schemas;

namespace Connector.Host.WebConsole;

/// <summary>JSON as somebody typed it: the value, or where it breaks off, and the line of each part.</summary>
internal sealed class JsonReading
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    private JsonReading()
    {
    }

    /// <summary>The value; nothing when there is a fault, and for <c>null</c>.</summary>
    public JsonNode? Value { get; private set; }

    /// <summary>Where the text stops being JSON.</summary>
    public JsonFault? Fault { get; private set; }

    /// <summary>Reads a text. Never fails.</summary>
    public static JsonReading Of(string text)
    {
        var reading = new JsonReading();
        var bytes = Encoding.UTF8.GetBytes(text);
        var pointer = "";
        try
        {
            reading.Walk(bytes, ref pointer);
            reading.Value = JsonNode.Parse(bytes, documentOptions: Strict);
        }
        catch (JsonException error)
        {
            reading.Fault = new JsonFault(
                (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1, pointer);
        }

        return reading;
    }

    /// <summary>The line of a value, from 1; of the nearest part that is there when it isn't.</summary>
    public int LineOf(string pointer)
    {
        while (!lines.ContainsKey(pointer) && pointer.Length > 0)
        {
            pointer = pointer[..pointer.LastIndexOf('/')];
        }

        return lines.GetValueOrDefault(pointer, 1);
    }

    private void Walk(byte[] bytes, ref string pointer)
    {
        var reader = new Utf8JsonReader(bytes);
        var open = new Stack<(string Pointer, int Next)>();
        var (line, counted) = (1, 0);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += bytes.AsSpan(counted, start - counted).Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    pointer = JsonPointer.Append(open.Peek().Pointer, reader.GetString()!);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    pointer = open.Pop().Pointer;
                    break;
                default:
                    pointer = Place(open, pointer);
                    lines.TryAdd(pointer, line);
                    Open(reader.TokenType, open, pointer);
                    break;
            }
        }
    }

    private static void Open(JsonTokenType token, Stack<(string Pointer, int Next)> open, string pointer)
    {
        if (token is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            open.Push((pointer, token == JsonTokenType.StartArray ? 0 : -1));
        }
    }

    // An item's place counts on; a member's has been named before.
    private static string Place(Stack<(string Pointer, int Next)> open, string pointer)
    {
        if (!open.TryPop(out var around))
        {
            return "";
        }

        open.Push(around with { Next = around.Next < 0 ? -1 : around.Next + 1 });
        return around.Next < 0 ? pointer : JsonPointer.Append(around.Pointer, $"{around.Next}");
    }
}
