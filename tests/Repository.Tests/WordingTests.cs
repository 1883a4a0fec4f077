namespace Repository.Tests;

internal sealed class WordingTests
{
    private static readonly IReadOnlyList<string> Texts = RepositoryTree.WithExtensions(
        ".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".txt", ".editorconfig", ".yml", ".yaml",
        ".xml", ".razor", ".css", ".js", ".html", ".sh", ".http", "");

    [Test]
    public void Nothing_is_put_off_in_a_comment() => AssertNone(SourceRules.Postponement().IsMatch);

    [Test]
    public void No_package_registry_is_named() => AssertNone(SourceRules.PackageRegistry().IsMatch);

    [Test]
    public void No_package_sources_are_configured()
    {
        var violations = RepositoryTree.Files
            .Where(path => Path.GetFileName(path).Equals("NuGet.config", StringComparison.OrdinalIgnoreCase));

        Violations.AssertNone(violations, "packages come from wherever the machine's owner says");
    }

    [Test]
    public void Every_suppression_in_code_gives_its_reason() =>
        AssertNone(text => SourceRules.PragmaWithoutReason().IsMatch(text)
            || SourceRules.SuppressionWithoutReason().IsMatch(text));

    [Test]
    public void Namespaces_have_at_most_three_parts_and_in_tests_one_more()
    {
        var violations = RepositoryTree.Sources.SelectMany(path => SourceRules.Namespace()
            .Matches(RepositoryTree.Read(path))
            .Select(match => match.Groups["name"].Value)
            .Where(name => name.Split('.').Except(["Tests"]).Count() > 3)
            .Select(name => $"{path}: {name}"));

        Violations.AssertNone(violations);
    }

    private static void AssertNone(Predicate<string> breaks)
    {
        Assert.That(Texts, Is.Not.Empty);
        Violations.AssertNone(Texts.Where(path => breaks(RepositoryTree.Read(path))));
    }
}
