using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Connector.Abstractions.Templates;

/// <summary>Writes JSON strings without their escapes, and never fails.</summary>
/// <remarks>
/// <see cref="JsonElement.GetString"/> would allocate, and like <see cref="Utf8JsonReader.CopyString(Span{char})"/> it
/// throws on half a surrogate pair or wrong UTF-8, which a document may hold. A half pair is written as it is, as in
/// ECMAScript, a wrong byte as U+FFFD.
/// </remarks>
internal static class JsonStringText
{
    private const int UnicodeDigits = 4;

    /// <param name="text">Where to write.</param>
    /// <param name="json">The string's characters between the quotation marks, as in the document.</param>
    public static void Append(ref TextBuffer text, ReadOnlySpan<byte> json)
    {
        while (true)
        {
            var backslash = json.IndexOf((byte)'\\');
            AppendUtf8(ref text, backslash < 0 ? json : json[..backslash]);
            if (backslash < 0)
            {
                return;
            }

            json = json[(backslash + 1)..];
            json = json[AppendEscape(ref text, json)..];
        }
    }

    // UTF-16 never has more units than UTF-8 has bytes.
    private static void AppendUtf8(ref TextBuffer text, ReadOnlySpan<byte> utf8) =>
        text.Commit(Encoding.UTF8.GetChars(utf8, text.Reserve(utf8.Length)));

    /// <returns>The length of the escape after its backslash; the document's parser has checked its form.</returns>
    private static int AppendEscape(ref TextBuffer text, ReadOnlySpan<byte> escape)
    {
        if (escape[0] == 'u')
        {
            var unit = escape.Slice(1, UnicodeDigits);
            text.Append((char)ushort.Parse(unit, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            return 1 + UnicodeDigits;
        }

        text.Append(escape[0] switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            var itself => (char)itself,
        });
        return 1;
    }
}
