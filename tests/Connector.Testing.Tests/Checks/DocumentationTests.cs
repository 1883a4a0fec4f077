using Connector.Testing.Tests.Subjects;

namespace Connector.Testing.Tests.Checks;

internal sealed class DocumentationTests
{
    [Test]
    public void The_readme_lists_every_check_in_order()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "ConnectorPlatform.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var listed = File.ReadLines(Path.Combine(folder, "Connector.Testing", "README.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        Assert.That(
            listed,
            Is.EqualTo(ConnectorConformance.For<GoodPlugin>(Good.Description).Checks.Select(check => check.Name)));
    }
}
