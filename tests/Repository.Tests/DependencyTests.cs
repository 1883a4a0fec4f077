namespace Repository.Tests;

/// <summary>Host → Runtime → Abstractions ← Connectors.</summary>
internal sealed class DependencyTests
{
    private const string Contract = "Connector.Abstractions";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        [Contract] = [],
        ["Connector.Testing"] = [Contract],
        ["Connector.Testing.NUnit"] = ["Connector.Testing", Contract],
        ["Connector.Runtime"] = [Contract],
        ["Connector.Verifier"] = ["Connector.Runtime"],
        ["Connector.Host"] = ["Connector.Runtime", Contract],
    };

    [Test]
    public void A_product_project_references_only_what_lies_below_it()
    {
        var violations = ProjectFile.Products.SelectMany(project => project.References
            .Except(AllowedFor(project))
            .Select(name => $"{project} → {name}"));

        Assert.That(ProjectFile.Products, Is.Not.Empty);
        Violations.AssertNone(violations);
    }

    [Test]
    public void Nothing_but_tests_references_a_connector()
    {
        var connectors = ProjectFile.All.Where(project => project.IsConnector).Select(project => project.Name);
        var violations = ProjectFile.All
            .Where(project => !project.IsTest)
            .SelectMany(project => project.References.Intersect(connectors).Select(name => $"{project} → {name}"));

        Violations.AssertNone(violations);
    }

    [Test]
    public void Every_product_project_has_a_place_in_the_order()
    {
        var unknown = ProjectFile.Products
            .Where(project => !project.IsConnector && !Allowed.ContainsKey(project.Name))
            .Select(project => project.Path);

        Violations.AssertNone(unknown, "Connector.* projects are named in this test, all others are Connectors.*");
    }

    [Test]
    public void Every_reference_leads_to_a_project()
    {
        var names = ProjectFile.All.Select(project => project.Name).ToHashSet(StringComparer.Ordinal);
        var violations = ProjectFile.All.SelectMany(project => project.References
            .Where(name => !names.Contains(name))
            .Select(name => $"{project} → {name}"));

        Violations.AssertNone(violations);
    }

    private static string[] AllowedFor(ProjectFile project) =>
        project.IsConnector ? [Contract] : Allowed.GetValueOrDefault(project.Name, []);
}
