using System.Text.RegularExpressions;

namespace Connector.Abstractions.Templates;

internal static partial class TemplateParser
{
    public static TemplatePart[] Parse(string content)
    {
        var parts = new List<TemplatePart>();
        var end = 0;
        foreach (Match match in Placeholder().Matches(content))
        {
            AddLiteral(parts, content[end..match.Index]);
            parts.Add(TemplatePart.Placeholder(match.Value, match.Groups["path"].Value));
            end = match.Index + match.Length;
        }

        AddLiteral(parts, content[end..]);
        return [.. parts];
    }

    private static void AddLiteral(List<TemplatePart> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(TemplatePart.Literal(text));
        }
    }

    // The sets of ECMAScript's \s and \w, for templates written for Logto: .NET's own differ (U+FEFF is white space
    // only there, U+0085 only here, and \w matches the digits and letters of every script).
    private const string WhiteSpace = @"[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]*";

#pragma warning disable MA0009 // No two quantifiers can match the same character, so matching is linear.
    [GeneratedRegex(
        @"\{\{" + WhiteSpace + @"(?<path>[A-Za-z0-9_.]+)" + WhiteSpace + @"\}\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
#pragma warning restore MA0009
}
