using System.Text.RegularExpressions;

namespace Connector.Host.WebConsole;

/// <summary>One sentence with holes, such as <c>{0} is required.</c>, in English and in another language.</summary>
internal sealed partial class Phrase
{
    private readonly string translation;
    private readonly Regex pattern;

    public Phrase(string english, string translation)
    {
        this.translation = translation;
        Length = Holes().Replace(english, "").Length;

        // What is in the holes comes from anywhere; without backtracking nothing in there takes long.
        pattern = new Regex(
            $"^{Holes().Replace(Regex.Escape(english).Replace("}", "\\}", StringComparison.Ordinal), "(.+?)")}$",
            RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant
            | RegexOptions.IgnoreCase);
    }

    /// <summary>How much of it is not holes: what has more says more exactly what is meant.</summary>
    public int Length { get; }

    /// <returns>The translation; <see langword="null"/> when the text is another sentence.</returns>
    public string? TrySay(string text) => pattern.Match(text) is { Success: true } match
        ? Holes().Replace(translation, hole => match.Groups[hole.Value[1] - '0' + 1].Value)
        : null;

    [GeneratedRegex(@"\\?\{[0-9]\\?\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Holes();
}
