using System.Text;
using System.Text.Encodings.Web;

namespace Connectors.HttpSms.Requests;

/// <summary>Makes values harmless at the place where they stand.</summary>
internal static class Escaping
{
    public static Func<string, string> For(BodyFormat format) => format switch
    {
        BodyFormat.Json => Json,
        BodyFormat.Form => Form,
        BodyFormat.Xml => Xml,
        _ => value => value,
    };

    /// <summary>For a path or query: everything but letters, digits and <c>-_.~</c>.</summary>
    public static string Url(string value) => Uri.EscapeDataString(value);

    /// <summary>For a header, which knows no escaping: what could end it or isn't ASCII is left out.</summary>
    public static string Header(string value) =>
        string.Concat(value.Where(character => character is >= ' ' and <= '~'));

    // Relaxed concerns HTML only: quotes, backslashes and control characters are always escaped.
    private static string Json(string value) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value);

    private static string Form(string value) =>
        Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);

    // SecurityElement.Escape lets characters through that no XML document may hold.
    private static string Xml(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes().Where(IsXml))
        {
            _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&apos;"),
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }

    private static bool IsXml(Rune rune) => rune.Value is '\t' or '\n' or '\r' or >= ' ' and not 0xFFFE and not 0xFFFF;
}
