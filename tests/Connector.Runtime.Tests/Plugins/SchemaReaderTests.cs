using System.Text.Json;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class SchemaReaderTests
{
    [TestCase("true", "it must be a JSON object")]
    [TestCase("{}", "/type must be")]
    [TestCase("""{"type":"array"}""", "/type must be")]
    [TestCase("""{"type":"object","properties":[]}""", "/properties must be an object")]
    [TestCase("""{"type":"object","properties":{"a":7}}""", "/properties/a must be a schema")]
    [TestCase("""{"type":"object","properties":{"a/b":{"type":[]}}}""", "/properties/a~1b/type must name a type")]
    [TestCase("""{"type":"object","anyOf":[]}""", "/anyOf must be an array")]
    [TestCase("""{"type":"object","properties":{"a":{"minLength":-1}}}""", "/minLength must be a whole number")]
    [TestCase("""{"type":"object","properties":{"a":{"$ref":"#/$defs/none"}}}""", "isn't in the schema")]
    [TestCase("""{"type":"object","properties":{"a":{"$ref":"https://example.com/s"}}}""", "isn't in the schema")]
    [TestCase("""{"type":"object","items":[{"type":"bool"}]}""", "/items/0/type must name a type")]
    public void A_malformed_schema_says_where(string json, string fault) =>
        Assert.That(Read(json).Faults, Has.Some.Contains(fault));

    [Test]
    public void A_schema_nested_without_end_is_refused()
    {
        var json = string.Concat(Enumerable.Repeat("""{"type":"object","not":""", 32)) + "true" + new string('}', 32);
        var deep = string.Concat(Enumerable.Repeat("""{"type":"object","not":""", 70)) + "true" + new string('}', 70);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read(json).Faults, Is.Empty);
            Assert.That(() => Read(deep), Throws.InstanceOf<JsonException>());
        }
    }

    [Test]
    public void A_sound_schema_has_neither_faults_nor_ignored_keywords()
    {
        var reading = Read("""
            {
              "type": "object",
              "properties": {
                "if": { "$ref": "#/$defs/a" },
                "list": { "type": ["array", "null"], "items": { "type": "string" }, "minItems": 1 }
              },
              "required": ["if"],
              "additionalProperties": false,
              "$defs": { "a": { "enum": ["const"], "x-order": 1 } }
            }
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reading.Faults, Is.Empty);
            Assert.That(reading.Ignored, Is.Empty);
        }
    }

    private static SchemaReading Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
        return SchemaReader.Read(document.RootElement);
    }
}
