using System.Text.Json.Nodes;
using Connector.Testing.Checks;

namespace Connector.Testing.Tests.Checks;

internal sealed class ManifestRuleTests
{
    private const string Good = """
        {
          "id": "acme-sms", "type": "Sms", "entryType": "Acme.Plugin", "author": "Acme",
          "name": { "en": "Acme", "es": "Acme" }, "description": { "en": "Sends.", "es": "Envía." },
          "logo": "logo.svg", "configSchema": "config.schema.json",
          "readme": { "en": "README.md", "es": "README.es.md" }
        }
        """;

    [Test]
    public void A_complete_manifest_passes() => Assert.That(Check(Good), Is.Empty);

    [TestCase("id", null, "lacks id")]
    [TestCase("author", "\" \"", "lacks author")]
    [TestCase("logo", null, "lacks logo")]
    [TestCase("logo", "\"other.svg\"", "names other.svg")]
    [TestCase("logoDark", "\"dark.svg\"", "names dark.svg")]
    [TestCase("configSchema", "\"other.json\"", "names other.json")]
    [TestCase("readme", "\"GUIDE.md\"", "names GUIDE.md")]
    [TestCase("readme", """{ "en": "README.md", "fr": "README.fr.md" }""", "names README.fr.md")]
    [TestCase("entryType", "\"Acme.Other\"", "doesn't name Acme.Plugin")]
    [TestCase("name", """{ "es": "Acme" }""", "name has no text for en")]
    [TestCase("description", """{ "en": " ", "es": "x" }""", "description is empty for en")]
    [TestCase("description", """{ "en": "x" }""", "there for es")]
    public void What_is_missing_is_named(string member, string? value, string finding)
    {
        var manifest = JsonNode.Parse(Good)!.AsObject();
        manifest.Remove(member);
        if (value is not null)
        {
            manifest[member] = JsonNode.Parse(value);
        }

        Assert.That(Check(manifest.ToJsonString()), Has.Exactly(1).Contains(finding));
    }

    [TestCase(null)]
    [TestCase("[]")]
    [TestCase("{")]
    public void A_manifest_that_is_none_is_told(string? manifest) =>
        Assert.That(Check(manifest), Has.Exactly(1).Contains("carries no connector.json"));

    private static IReadOnlyList<string> Check(string? manifest)
    {
        var findings = new Findings();
        var files = new EmbeddedFiles(name => name switch
        {
            "connector.json" => manifest,
            "logo.svg" or "README.md" or "README.es.md" or "config.schema.json" => "{}",
            _ => null,
        });
        ManifestRule.Check(files, "Acme.Plugin", findings);
        return findings.Found;
    }
}
