using System.Text.Json;
using System.Xml.Linq;
using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests.Guides;

/// <summary>What the template makes of the names that people think of.</summary>
[Platform(Exclude = "Win", Reason = "Commands are typed into a POSIX shell.")]
internal sealed class TemplateTests
{
    private readonly string folder =
        Directory.CreateDirectory(Path.Combine(PackageSetUp.Author.Root, "template", "names")).FullName;

    private Terminal? terminal;

    [OneTimeSetUp]
    public async Task InstallAsync()
    {
        terminal = new Terminal(folder, new Dictionary<string, string>());
        await terminal.SucceedAsync("dotnet new install Connector.Templates");
    }

    [TestCase("Contoso", "", "contoso", "Contoso.ContosoPlugin")]
    [TestCase("my-sms2Go_x", "", "my-sms-2-go-x", "my_sms2Go_x.Mysms2Go_xPlugin")]
    [TestCase("2Fast.SMS", "", "fast-sms", "_2Fast.SMS._2FastSMSPlugin")]
    [TestCase("Ñandú.Sms", "", "and-sms", "_and_.Sms.AndSmsPlugin")]
    [TestCase("Given", "--id some-thing", "some-thing", "Given.GivenPlugin")]
    public async Task A_name_becomes_an_id_and_a_type_that_a_host_accepts(
        string name, string options, string id, string entryType)
    {
        await terminal!.SucceedAsync($"dotnet new sms-connector --name '{name}' {options}");

        var project = Path.Combine(folder, name, name);
        var manifest = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(project, "connector.json")));
        Assert.That(manifest.GetProperty("id").GetString(), Is.EqualTo(id));
        Assert.That(manifest.GetProperty("entryType").GetString(), Is.EqualTo(entryType));
        var parts = entryType.LastIndexOf('.');
        var source = await File.ReadAllTextAsync(Path.Combine(project, $"{entryType[(parts + 1)..]}.cs"));
        Assert.That(source, Does.Contain($"namespace {entryType[..parts]};"));
    }

    [Test]
    public void Its_tests_use_the_packages_that_ours_use()
    {
        var ours = Versions("Directory.Packages.props", "PackageVersion");
        var theirs = Versions("templates/sms-connector/Acme.Sms.Tests/Acme.Sms.Tests.csproj", "PackageReference")
            .Where(package => package.Version != "PACKED_VERSION");

        Assert.That(theirs, Is.Not.Empty.And.SubsetOf(ours));
    }

    private static List<(string Name, string Version)> Versions(string path, string element) =>
    [
        .. XDocument.Load(Path.Combine(Repository.Root, path)).Descendants(element)
            .Select(package => ((string)package.Attribute("Include")!, (string)package.Attribute("Version")!)),
    ];
}
