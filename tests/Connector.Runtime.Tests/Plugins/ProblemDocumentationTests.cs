using System.Reflection;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class ProblemDocumentationTests
{
    private const string Document = "docs/plugin-problems.md";

    [Test]
    public void Every_code_is_documented_with_its_state_cause_and_fix_and_no_other_is()
    {
        var inSource = typeof(ProblemKinds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (ProblemKind)field.GetValue(null)!)
            .Select(kind => $"{kind.Code}: {kind.State?.ToString() ?? "warning"}");

        var documented = Rows().Select(row => $"{row[0].Trim('`')}: {row[1]}").ToArray();

        Assert.That(documented, Is.EquivalentTo(inSource));
        Assert.That(Rows().Select(row => row.Length), Is.All.EqualTo(4));
        Assert.That(Rows().SelectMany(row => row), Has.None.Empty);
    }

    private static IEnumerable<string[]> Rows() => File.ReadLines(Path.Combine(RepositoryRoot(), Document))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries));

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ConnectorPlatform.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository's root.");
        }

        return folder.FullName;
    }
}
