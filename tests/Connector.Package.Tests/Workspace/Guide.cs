using System.Text.RegularExpressions;

namespace Connector.Package.Tests.Workspace;

/// <summary>The package's own guide: the example that it prints is the project that the tests build.</summary>
internal static partial class Guide
{
    public static string Block(string language)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "Connector.Abstractions", "README.md"));
        var block = CodeBlock().Matches(text).Single(match => match.Groups["language"].Value == language);
        return block.Groups["code"].Value;
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<code>.*?)^```", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeBlock();

    private const RegexOptions Options =
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture;
}
