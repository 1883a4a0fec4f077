using System.IO.Compression;
using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests;

internal sealed class PackageTests
{
    [Test]
    public void The_package_holds_the_library_its_documentation_the_targets_a_guide_and_an_icon()
    {
        var files = FilesOf("Connector.Abstractions", "nupkg");

        Assert.That(files, Is.SupersetOf([
            "lib/net10.0/Connector.Abstractions.dll",
            "lib/net10.0/Connector.Abstractions.xml",
            "build/Connector.Abstractions.props",
            "build/Connector.Abstractions.targets",
            "tools/connector-verifier.dll",
            "README.md",
            "icon.png",
        ]));
        Assert.That(files, Has.None.StartWith("buildTransitive"));
    }

    [Test]
    public void The_verifier_brings_the_engine_and_none_of_what_it_runs_on()
    {
        var tools = FilesOf("Connector.Abstractions", "nupkg")
            .Where(file => file.StartsWith("tools/", StringComparison.Ordinal));

        Assert.That(tools, Is.EquivalentTo([
            "tools/connector-verifier.dll",
            "tools/connector-verifier.runtimeconfig.json",
            "tools/Connector.Runtime.dll",
            "tools/Connector.Abstractions.dll",
        ]));
    }

    [TestCase("Connector.Abstractions")]
    [TestCase("Connector.Testing")]
    [TestCase("Connector.Testing.NUnit")]
    [TestCase("Connector.Templates")]
    public void Every_package_has_a_guide_and_an_icon(string package) =>
        Assert.That(FilesOf(package, "nupkg"), Is.SupersetOf(["README.md", "icon.png"]));

    [TestCase("Connector.Abstractions")]
    [TestCase("Connector.Testing")]
    [TestCase("Connector.Testing.NUnit")]
    public void Symbols_come_in_a_package_of_their_own(string package) =>
        Assert.That(FilesOf(package, "snupkg"), Does.Contain($"lib/net10.0/{package}.pdb"));

    [Test]
    public void The_host_assemblies_that_the_targets_keep_out_are_the_contract_and_all_it_depends_on()
    {
        var props = File.ReadAllText(Path.Combine(
            Repository.Root, "Connector.Abstractions", "build", "Connector.Abstractions.props"));
        var lockFile = File.ReadAllText(Path.Combine(
            Repository.Root, "Connector.Abstractions", "packages.lock.json"));

        var listed = System.Xml.Linq.XDocument.Parse(props).Descendants("ConnectorHostAssembly")
            .Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value));

        var dependencies = System.Text.Json.JsonElement.Parse(lockFile)
            .GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Select(package => package.Name)
            .Where(name => name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
        Assert.That(listed, Is.EquivalentTo(dependencies.Append("Connector.Abstractions")));
    }

    private static string[] FilesOf(string package, string extension)
    {
        var path = Path.Combine(PackageSetUp.Author.Feed, $"{package}.{AuthorWorkspace.ContractVersion}.{extension}");
        using var zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }
}
