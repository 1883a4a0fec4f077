using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class ManifestTests : SandboxedTests
{
    [Test]
    public async Task A_connector_without_a_manifest_is_rejected()
    {
        Sandbox.DropFolder("ManifestMissing");

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "MANIFEST_MISSING", "ManifestMissing.dll");
    }

    [Test]
    public async Task Every_fault_of_a_manifest_is_reported_at_once_with_its_pointer()
    {
        Sandbox.DropDll("ManifestInvalid");

        var plugin = await Sandbox.ScanOneAsync();

        plugin.ShouldBe(PluginState.Rejected, "MANIFEST_INVALID", "connector.json");
        string[] pointers = ["/colour", "/type", "/name/en", "/description", "/logo", "/author", "/homepage"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.Id, Is.EqualTo("manifest-invalid"));
            Assert.That(plugin.Manifest, Is.Null);
            Assert.That(plugin.Problems, Has.Count.EqualTo(pointers.Length));
            foreach (var pointer in pointers)
            {
                Assert.That(plugin.Problems.Select(problem => problem.Cause), Has.Some.Contains($"{pointer} "));
            }
        }
    }

    [TestCase("", "it isn't JSON")]
    [TestCase("[]", "it must be a JSON object")]
    [TestCase("""{"id":"\ud800"}""", "it isn't JSON")]
    [TestCase("""{"id":"one","id":"two"}""", "it isn't JSON")]
    [TestCase("""{"id":"Acme"}""", "/id must be")]
    [TestCase("""{"id":"a"}""", "/id must be")]
    [TestCase("""{"id":"acme--sms"}""", "/id must be")]
    [TestCase("""{"id":"acme-"}""", "/id must be")]
    [TestCase("""{"id":7}""", "/id must be a text")]
    [TestCase("""{"name":{"en":"A","english!":"B"}}""", "/name/english! is no language tag")]
    [TestCase("""{"name":{"en":"A","es":"B","ES":"C"}}""", "/name/ES is there twice")]
    [TestCase("""{"readme":{"es":"README.es.md"}}""", "/readme/en is missing")]
    [TestCase("""{"configSchema":"/etc/passwd"}""", "/configSchema must be a file name")]
    [TestCase("""{"logo":"logo.gif"}""", "/logo must name an .svg or .png file")]
    [TestCase("""{"entryType":" "}""", "/entryType must not be empty")]
    public void A_faulty_manifest_says_what_is_wrong(string json, string fault)
    {
        var reading = ManifestReader.Read(System.Text.Encoding.UTF8.GetBytes(json));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Manifest, Is.Null);
            Assert.That(reading.Faults, Has.Some.Contains(fault));
        }
    }

    [Test]
    public async Task An_entry_type_that_is_not_there_is_named_with_what_is()
    {
        Sandbox.DropFolder("EntryTypeMissing");

        (await Sandbox.ScanOneAsync()).ShouldBe(
            PluginState.Rejected, "ENTRY_TYPE_MISSING", "TestPlugins.Renamed", "TestPlugins.QuietPlugin");
    }

    [Test]
    public async Task An_entry_type_that_is_not_public_is_rejected()
    {
        Sandbox.DropFolder("EntryTypeInternal");

        (await Sandbox.ScanOneAsync()).ShouldBe(
            PluginState.Rejected, "ENTRY_TYPE_UNSUITABLE", "TestPlugins.EntryPlugin", "isn't public");
    }

    [Test]
    public async Task A_broken_logo_is_a_warning_and_no_logo_is_shown()
    {
        Sandbox.DropFolder("LogoBroken");

        var plugin = await Sandbox.ScanOneAsync();

        plugin.ShouldServeWithWarning("LOGO_BROKEN", "logo.png");
        Assert.That(plugin.Logo, Is.Null);
    }

    [Test]
    public async Task A_logo_with_script_is_never_shown()
    {
        Sandbox.DropFolder("LogoScripted");

        var plugin = await Sandbox.ScanOneAsync();

        plugin.ShouldServeWithWarning("LOGO_BROKEN", "logo.svg", "script");
        Assert.That(plugin.Logo, Is.Null);
    }

    [Test]
    public async Task A_malformed_config_schema_is_rejected_with_every_fault()
    {
        Sandbox.DropFolder("SchemaBroken");

        var plugin = await Sandbox.ScanOneAsync();

        plugin.ShouldBe(PluginState.Rejected, "CONFIG_SCHEMA_INVALID", "config.schema.json", "/properties/token/type");
        Assert.That(plugin.Problems.Select(problem => problem.Cause), Has.Some.Contains("/required"));
    }

    [Test]
    public async Task Schema_keywords_that_the_validator_ignores_are_warnings_with_their_pointers()
    {
        Sandbox.DropFolder("SchemaUnsupported");

        var plugin = await Sandbox.ScanOneAsync();

        plugin.ShouldServeWithWarning("SCHEMA_KEYWORD_IGNORED", "config.schema.json");
        string[] pointers =
        [
            "'/properties/mode/const'", "'/properties/list/items/if'", "'/properties/list/items/then'",
            "'/dependentRequired'",
        ];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.Problems, Has.Count.EqualTo(pointers.Length), "a property may be called const");
            foreach (var pointer in pointers)
            {
                Assert.That(plugin.Problems.Select(problem => problem.Cause), Has.Some.Contains(pointer));
            }
        }
    }
}
