using System.Text.RegularExpressions;
using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests.Guides;

internal sealed partial class BuildCodeTests
{
    private static readonly string[] Sources =
        ["Connector.Abstractions/build/Connector.Abstractions.targets", "Connector.Verifier/BuildCodes.cs"];

    [Test]
    public void The_guide_explains_every_code_of_a_build_error_and_no_other()
    {
        var used = Sources
            .SelectMany(path => Code().Matches(File.ReadAllText(Path.Combine(Repository.Root, path))))
            .Select(match => match.Value)
            .Distinct();

        Assert.That(AuthorsGuide.Codes, Is.EquivalentTo(used));
    }

    [GeneratedRegex(@"\bCONN\d{3}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
