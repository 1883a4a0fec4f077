using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>The links and headings of a Markdown file, as a Git forge reads them.</summary>
internal static partial class MarkdownPage
{
    private const int Timeout = 10_000;
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.ExplicitCapture;

    public static IEnumerable<string> FindBrokenLinks(string path) =>
        LinksOf(RepositoryTree.Read(path)).Where(link => !Resolves(path, link)).Select(link => $"{path}: {link}");

    /// <summary>Targets within the repository.</summary>
    public static IReadOnlyList<string> LinksOf(string markdown)
    {
        var matches = Link().Matches(Code().Replace(markdown, ""));
        return [.. matches.Select(match => match.Groups["target"].Value).Where(target => !Elsewhere().IsMatch(target))];
    }

    public static IReadOnlySet<string> AnchorsOf(string markdown)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(Fence().Replace(markdown, "")))
        {
            var words = NotInAnchor().Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "");
            var anchor = words.Replace(' ', '-');
            for (var count = 0; !anchors.Add(count == 0 ? anchor : $"{anchor}-{count}"); count++)
            {
            }
        }

        return anchors;
    }

    public static bool Resolves(string page, string link)
    {
        var parts = Uri.UnescapeDataString(link).Split('#', 2);
        var folder = parts[0].StartsWith('/') ? "" : Path.GetDirectoryName(page)!;
        var target = parts[0].Length == 0 ? page : Path.Combine(folder, parts[0].TrimStart('/'));
        return RepositoryTree.Exists(target) && (parts.Length == 1 || HasAnchor(target, parts[1]));
    }

    private static bool HasAnchor(string target, string anchor) =>
        !target.EndsWith(".md", StringComparison.Ordinal) || AnchorsOf(RepositoryTree.Read(target)).Contains(anchor);

    [GeneratedRegex(
        @"\]\(\s*<?(?<target>[^)\s>]+)>?[^)]*\)|(src|href)=""(?<target>[^""]+)""",
        RegexOptions.ExplicitCapture,
        Timeout)]
    private static partial Regex Link();

    [GeneratedRegex(@"^([a-z][a-z0-9+.-]*:|//)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"^[ \t]*(?<fence>```|~~~).*?^[ \t]*\k<fence>[ \t]*$", Lines | RegexOptions.Singleline, Timeout)]
    private static partial Regex Fence();

    [GeneratedRegex(
        @"^[ \t]*(?<fence>```|~~~).*?^[ \t]*\k<fence>[ \t]*$|`[^`\n]*`",
        Lines | RegexOptions.Singleline,
        Timeout)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#{1,6}\s+(?<text>.+?)\s*#*\s*$", Lines, Timeout)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, Timeout)]
    private static partial Regex NotInAnchor();
}
