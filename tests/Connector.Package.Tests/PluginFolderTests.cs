using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests;

[TestFixture(false, TestName = "Built")]
[TestFixture(true, TestName = "Published")]
internal sealed class PluginFolderTests(bool isPublished)
{
    private static readonly string[] Expected =
        ["Acme.Sms.deps.json", "Acme.Sms.dll", "Acme.Sms.pdb", "PhoneNumbers.dll"];

    private PluginFolder Folder => isPublished ? PackageSetUp.Plugin.Published : PackageSetUp.Plugin.Built;

    [Test]
    public void It_holds_the_plugin_and_its_private_dependency_and_nothing_of_the_host() =>
        Assert.That(Folder.Files, Is.EquivalentTo(Expected.Append("plugin.json")));

    [Test]
    public void The_dependency_file_mentions_nothing_of_the_host()
    {
        var text = File.ReadAllText(Folder.Find("Acme.Sms.deps.json"));

        Assert.That(text, Does.Contain("libphonenumber-csharp"));
        Assert.That(text, Does.Not.Contain("Connector.Abstractions").And.Not.Contains("Microsoft.Extensions"));
    }

    [Test]
    public void Plugin_json_has_every_other_file_with_its_hash() =>
        Assert.That(Folder.ListedFiles, Is.EquivalentTo(Expected.Select(file => (file, Folder.HashOf(file)))));

    [TestCase("id", "acme-sms")]
    [TestCase("version", AuthorWorkspace.PluginVersion)]
    [TestCase("contract", AuthorWorkspace.ContractVersion)]
    [TestCase("assembly", "Acme.Sms.dll")]
    public void Plugin_json_says(string member, string value) =>
        Assert.That(Folder.Manifest.GetProperty(member).GetString(), Is.EqualTo(value));

    [Test]
    public void What_a_host_shows_is_embedded_in_the_plugin_itself()
    {
        using var file = new PEReader(File.OpenRead(Folder.Find("Acme.Sms.dll")));
        var metadata = file.GetMetadataReader();

        var names = metadata.ManifestResources.Select(handle =>
            metadata.GetString(metadata.GetManifestResource(handle).Name));

        Assert.That(names, Is.EquivalentTo([
            "connector/connector.json", "connector/logo.svg", "connector/README.md", "connector/README.es.md",
            "connector/config.schema.json",
        ]));
    }

    [Test]
    public void The_plugin_tells_which_contract_it_was_compiled_with()
    {
        using var file = new PEReader(File.OpenRead(Folder.Find("Acme.Sms.dll")));
        var metadata = file.GetMetadataReader();

        var values = metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(handle => metadata.GetBlobReader(metadata.GetCustomAttribute(handle).Value))
            .Select(ReadStrings);

        Assert.That(values, Does.Contain(("Connector.ContractVersion", AuthorWorkspace.ContractVersion)));
    }

    // Enough for attributes of two strings; the others come out as something else.
    private static (string? First, string? Second) ReadStrings(BlobReader blob)
    {
        const int Prolog = 2;
        const int NamedArgumentCount = 2;
        blob.Offset = Prolog;
        try
        {
            var strings = (blob.ReadSerializedString(), blob.ReadSerializedString());
            return blob.RemainingBytes == NamedArgumentCount ? strings : default;
        }
        catch (BadImageFormatException)
        {
            return default;
        }
    }
}
