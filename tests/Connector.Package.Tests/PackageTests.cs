using System.IO.Compression;

namespace Connector.Package.Tests;

internal sealed class PackageTests
{
    [Test]
    public void The_package_holds_the_library_its_documentation_the_targets_a_guide_and_an_icon()
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(PackageSetUp.Author.Feed, "*.nupkg").Single());

        var files = package.Entries.Select(entry => entry.FullName);

        Assert.That(files, Is.SupersetOf([
            "lib/net10.0/Connector.Abstractions.dll",
            "lib/net10.0/Connector.Abstractions.xml",
            "build/Connector.Abstractions.props",
            "build/Connector.Abstractions.targets",
            "README.md",
            "icon.png",
        ]));
        Assert.That(files, Has.None.StartWith("buildTransitive"));
    }

    [Test]
    public void Symbols_come_in_a_package_of_their_own()
    {
        using var symbols = ZipFile.OpenRead(Directory.GetFiles(PackageSetUp.Author.Feed, "*.snupkg").Single());

        Assert.That(symbols.Entries.Select(entry => entry.Name), Does.Contain("Connector.Abstractions.pdb"));
    }

    [Test]
    public void The_host_assemblies_that_the_targets_keep_out_are_the_contract_and_all_it_depends_on()
    {
        var props = File.ReadAllText(Path.Combine(
            Workspace.Repository.Root, "Connector.Abstractions", "build", "Connector.Abstractions.props"));
        var lockFile = File.ReadAllText(Path.Combine(
            Workspace.Repository.Root, "Connector.Abstractions", "packages.lock.json"));

        var listed = System.Xml.Linq.XDocument.Parse(props).Descendants("ConnectorHostAssembly")
            .Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value));

        var dependencies = System.Text.Json.JsonElement.Parse(lockFile)
            .GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Select(package => package.Name)
            .Where(name => name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
        Assert.That(listed, Is.EquivalentTo(dependencies.Append("Connector.Abstractions")));
    }
}
