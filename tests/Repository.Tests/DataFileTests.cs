using System.Text.Json;
using System.Xml.Linq;

namespace Repository.Tests;

internal sealed class DataFileTests
{
    // Tests keep broken files on purpose.
    private static readonly IReadOnlyList<string> JsonFiles =
        [.. RepositoryTree.WithExtensions(".json").Where(path => !path.StartsWith("tests/", StringComparison.Ordinal))];

    private static readonly IReadOnlyList<string> Apis =
        [.. RepositoryTree.WithExtensions(".txt").Where(path => path.Contains("/PublicAPI", StringComparison.Ordinal))];

    [Test]
    public void Every_JSON_file_parses()
    {
        Assert.That(JsonFiles, Is.Not.Empty);
        foreach (var path in JsonFiles)
        {
            Assert.That(() => JsonDocument.Parse(RepositoryTree.Read(path)).Dispose(), Throws.Nothing, path);
        }
    }

    [Test]
    public void Every_schema_says_which_draft_it_follows() =>
        Violations.AssertNone(Schemas(".schema.json").Where(path => !Has(path, "$schema", _ => true)));

    [Test]
    public void A_connectors_schema_allows_no_unknown_members() =>
        Violations.AssertNone(
            Schemas(".config.schema.json").Where(path => !Has(path, "additionalProperties", IsFalse)));

    [Test]
    public void Every_XML_file_of_the_build_parses()
    {
        foreach (var path in RepositoryTree.WithExtensions(".csproj", ".props", ".targets", ".svg"))
        {
            Assert.That(() => XDocument.Parse(RepositoryTree.Read(path)), Throws.Nothing, path);
        }
    }

    [Test]
    public void Public_API_files_are_sorted_and_name_nothing_twice()
    {
        Assert.That(Apis, Is.Not.Empty);
        foreach (var path in Apis)
        {
            var lines = RepositoryTree.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#');

            Assert.That(lines, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique, path);
        }
    }

    [Test]
    public void All_products_have_one_version()
    {
        var violations = ProjectFile.Products
            .Select(project => project.Path)
            .Where(path => RepositoryTree.Read(path).Contains("<Version>", StringComparison.Ordinal));

        Violations.AssertNone(violations, "Directory.Build.props holds it");
    }

    private static IEnumerable<string> Schemas(string ending) =>
        JsonFiles.Where(path => path.EndsWith(ending, StringComparison.Ordinal));

    private static bool Has(string path, string name, Predicate<JsonElement> test) =>
        JsonElement.Parse(RepositoryTree.Read(path)).TryGetProperty(name, out var value) && test(value);

    private static bool IsFalse(JsonElement value) => value.ValueKind == JsonValueKind.False;
}
