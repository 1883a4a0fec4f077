using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Connector.Runtime.Plugins;

/// <summary>Reads JSON that an operator may have written by hand, and says what is wrong in plain words.</summary>
internal static partial class OperatorJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a file's content.</summary>
    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    /// <param name="type">What it should be.</param>
    /// <returns>The content.</returns>
    /// <exception cref="JsonException">It is something else; the message says what and where.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var text = json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
            return JsonSerializer.Deserialize(text, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new JsonException(Explain(e), e.Path, e.LineNumber, e.BytePositionInLine, e);
        }
    }

    // The serializer tells programmers which of our types it was about to make.
    private static string Explain(JsonException e)
    {
        var message = Types().Replace(Unknown().Replace(e.Message, "isn't known"), "");
        return e.Path is null or "$" || message.Contains("Path:", StringComparison.Ordinal)
            ? message
            : $"{message.TrimEnd('.')}, at {e.Path}.";
    }

    [GeneratedRegex(@"could not be mapped to any \.NET member contained in type '[^']*'", RegexOptions.None, 1000)]
    private static partial Regex Unknown();

    [GeneratedRegex(@" (?:for|of|on) type '[^']*'| to (?:Connector|System)\.\S+(?=\. Path)", RegexOptions.None, 1000)]
    private static partial Regex Types();
}
