using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Connector.Abstractions.Templates;

/// <summary>Writes JSON values as a person reads them.</summary>
internal static class JsonText
{
    public static void Append(ref TextBuffer text, JsonStep step)
    {
        if (step.ArrayLength is { } length)
        {
            length.TryFormat(text.Reserve(11), out var written, provider: CultureInfo.InvariantCulture);
            text.Commit(written);
        }
        else
        {
            Append(ref text, step.Element);
        }
    }

    private static void Append(ref TextBuffer text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                JsonStringText.Append(ref text, JsonMarshal.GetRawUtf8Value(value)[1..^1]);
                break;
            case JsonValueKind.Number:
                JsonNumberText.Append(ref text, value);
                break;
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            case JsonValueKind.Array:
                AppendItems(ref text, value);
                break;
        }
    }

    private static void AppendItems(ref TextBuffer text, JsonElement array)
    {
        var first = true;
        foreach (var item in array.EnumerateArray())
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Append(ref text, item);
        }
    }
}
