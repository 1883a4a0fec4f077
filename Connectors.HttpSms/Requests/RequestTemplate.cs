using System.Text;
using System.Text.RegularExpressions;

namespace Connectors.HttpSms.Requests;

/// <summary>
/// A text with placeholders. Parsed once, so a value is never read as a template again. Immutable and thread-safe.
/// </summary>
internal sealed partial class RequestTemplate
{
    private readonly List<TemplatePiece> pieces = [];

    public RequestTemplate(string content)
    {
        var done = 0;
        foreach (Match match in Braces().Matches(content))
        {
            pieces.Add(new TemplatePiece(content[done..match.Index], match.Groups["name"].Value));
            done = match.Index + match.Length;
        }

        pieces.Add(new TemplatePiece(content[done..], Name: null));
    }

    /// <summary>The texts between the placeholders, each with the name of the one that follows.</summary>
    public IReadOnlyList<TemplatePiece> Pieces => pieces;

    /// <summary>The names as written, whether there is such a placeholder or not.</summary>
    public IEnumerable<string> Names => pieces.Select(piece => piece.Name).OfType<string>();

    /// <summary>Fills the placeholders in.</summary>
    /// <param name="values">Where the values come from.</param>
    /// <param name="escape">Makes a value harmless at its place.</param>
    public string Render(MessageValues values, Func<string, string> escape)
    {
        var text = new StringBuilder();
        foreach (var (literal, name) in pieces)
        {
            text.Append(literal);
            if (name is not null && Placeholders.Find(name) is { } placeholder)
            {
                text.Append(escape(placeholder.Read(values)));
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(
        @"\{\{\s*(?<name>[A-Za-z0-9_.]+)\s*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}
