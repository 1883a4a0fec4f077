using System.Text.RegularExpressions;

namespace Repository.Tests;

internal sealed partial class SolutionTests
{
    // Built by the tests that load them: some are broken on purpose, and a template isn't code yet.
    private static readonly string[] OutsideByDesign = ["tests/plugins/", "templates/"];

    private static readonly IReadOnlyList<string> Listed = ReadSolution();

    [Test]
    public void Every_project_is_in_the_solution()
    {
        var missing = ProjectFile.All
            .Select(project => project.Path)
            .Where(path => !OutsideByDesign.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
            .Except(Listed);

        Violations.AssertNone(missing);
    }

    [Test]
    public void Every_project_of_the_solution_exists() =>
        Assert.That(Listed.Where(path => !RepositoryTree.Exists(path)), Is.Empty);

    [Test]
    public void Every_project_of_the_solution_keeps_its_lock_file()
    {
        var missing = Listed.Where(path => !RepositoryTree.Exists($"{Path.GetDirectoryName(path)}/packages.lock.json"));

        Assert.That(Listed, Is.Not.Empty);
        Assert.That(missing, Is.Empty, "restore creates packages.lock.json; commit it");
    }

    private static List<string> ReadSolution()
    {
        var paths = ProjectPath().Matches(RepositoryTree.Read("ConnectorPlatform.sln"));
        return [.. paths.Select(match => match.Groups["path"].Value.Replace('\\', '/'))];
    }

    [GeneratedRegex("\"(?<path>[^\"]+\\.csproj)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ProjectPath();
}
