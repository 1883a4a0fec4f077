using System.Text.RegularExpressions;
using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests.Guides;

/// <summary><c>docs/authors.md</c>: what it tells to type is what the tests type.</summary>
internal static partial class AuthorsGuide
{
    private const RegexOptions Options =
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture;

    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "docs", "authors.md"));

    public static IReadOnlyList<GuideBlock> Blocks { get; } =
    [
        .. Fence().Matches(Text)
            .Select(match => new GuideBlock(match.Groups["kind"].Value, match.Groups["code"].Value)),
    ];

    /// <summary>Codes of build errors that it explains.</summary>
    public static IEnumerable<string> Codes => CodeRow().Matches(Text).Select(match => match.Groups["code"].Value);

    [GeneratedRegex("^```(?<kind>[a-z ]+)\n(?<code>.*?)^```", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\| `(?<code>CONN\d+)` \|", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeRow();
}
