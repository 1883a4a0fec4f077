namespace Repository.Tests;

internal sealed class ConformanceTests
{
    private static readonly IReadOnlyList<ProjectFile> Connectors =
        [.. ProjectFile.Products.Where(project => project.IsConnector)];

    [Test]
    public void Every_connector_has_a_conformance_test()
    {
        var missing = Connectors
            .Select(connector => connector.Name)
            .Where(name => !SourcesOf(name).Any(source => SourceRules.ConformanceTest().IsMatch(source)));

        Assert.That(Connectors, Is.Not.Empty);
        Violations.AssertNone(missing, "derive a fixture from ConformanceFixture in the connector's test project");
    }

    private static IEnumerable<string> SourcesOf(string connector) => RepositoryTree.Sources
        .Where(path => path.StartsWith($"tests/{connector}.Tests/", StringComparison.Ordinal))
        .Select(RepositoryTree.Read);
}
