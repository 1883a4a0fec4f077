using System.Text.Json.Nodes;
using NJsonSchema;

namespace Connectors.Sandbox.Tests.Manifest;

internal sealed class ManifestTests
{
    private static readonly string[] Languages = ["en", "es", "de", "fr", "pt-BR", "zh-CN", "ja", "ko", "tr"];

    [TestCase("id", "\"Sandbox\"")]
    [TestCase("id", "\"sb\"")]
    [TestCase("id", "\"sand--box\"")]
    [TestCase("id", "\"a1234567890123456789012345678901234567890123456789012345678901234\"")]
    [TestCase("type", "\"Email\"")]
    [TestCase("entryType", "\"not a type\"")]
    [TestCase("name", "\"Sandbox\"")]
    [TestCase("name", "{\"es\":\"Arena\"}")]
    [TestCase("name", "{\"en\":\"Sandbox\",\"not a language\":\"x\"}")]
    [TestCase("description", "{\"en\":\" \"}")]
    [TestCase("logo", "\"images/logo.svg\"")]
    [TestCase("logo", "\"logo.gif\"")]
    [TestCase("readme", "{\"es\":\"README.es.md\"}")]
    [TestCase("readme", "\"docs/README.md\"")]
    [TestCase("configSchema", "\"schema.txt\"")]
    [TestCase("homepage", "\"http://example.com\"")]
    [TestCase("version", "\"1.0.0\"")]
    [TestCase("author", null)]
    [TestCase("configSchema", null)]
    public async Task The_schema_rejects_a_manifest_with(string member, string? value)
    {
        var manifest = Read();
        manifest.Remove(member);
        if (value is not null)
        {
            manifest[member] = JsonNode.Parse(value);
        }

        Assert.That(await ErrorsOf(manifest), Is.Not.Empty);
    }

    [Test]
    public async Task The_manifest_satisfies_its_schema() => Assert.That(await ErrorsOf(Read()), Is.Empty);

    [Test]
    public async Task One_guide_for_all_languages_satisfies_the_schema()
    {
        var manifest = Read();
        manifest["readme"] = "README.md";

        Assert.That(await ErrorsOf(manifest), Is.Empty);
    }

    [Test]
    public void The_entry_type_exists() =>
        Assert.That(typeof(SandboxPlugin).FullName, Is.EqualTo(Read()["entryType"]!.GetValue<string>()));

    [Test]
    public void Name_and_description_come_in_every_language([Values("name", "description")] string member) =>
        Assert.That(Read()[member]!.AsObject().Select(entry => entry.Key), Is.EquivalentTo(Languages));

    [Test]
    public void Every_file_that_the_manifest_names_is_in_the_assembly()
    {
        var manifest = Read();
        string[] names =
        [
            "connector.json",
            manifest["logo"]!.GetValue<string>(),
            manifest["configSchema"]!.GetValue<string>(),
            .. manifest["readme"]!.AsObject().Select(entry => entry.Value!.GetValue<string>()),
        ];

        var resources = typeof(SandboxPlugin).Assembly.GetManifestResourceNames();

        Assert.That(resources, Is.EquivalentTo(names.Select(name => "connector/" + name)));
    }

    private static JsonObject Read() =>
        JsonNode.Parse(File.ReadAllText(TestSandbox.File("connector.json")))!.AsObject();

    private static async Task<ICollection<NJsonSchema.Validation.ValidationError>> ErrorsOf(JsonObject manifest)
    {
        var schema = await JsonSchema.FromFileAsync(TestSandbox.File("connector-manifest.schema.json"));
        return schema.Validate(manifest.ToJsonString());
    }
}
