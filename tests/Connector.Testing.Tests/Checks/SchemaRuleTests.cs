using System.Text.Json;
using Connector.Testing.Checks;

namespace Connector.Testing.Tests.Checks;

internal sealed class SchemaRuleTests
{
    private const string Words = "\"title\": \"T\", \"description\": \"D\"";

    [TestCase("\"additionalProperties\": true", "", "The schema lacks \"additionalProperties\": false")]
    [TestCase("", """ "a": { "type": "string", "description": "D" } """, "/a lacks a title")]
    [TestCase("", """ "a": { "type": "string", "title": "T" } """, "/a lacks a description")]
    [TestCase("", """ "a": { "type": "object", W } """, "/a lacks \"additionalProperties\"")]
    [TestCase("", """ "a": { "type": "string", "const": "x", W } """, "/a uses const")]
    [TestCase("", """ "authToken": { "type": "string", W } """, "/authToken looks like a secret")]
    [TestCase("", """ "password": { "type": ["string", "null"], W } """, "/password looks like a secret")]
    [TestCase("", """ "apiKey": { "$ref": "#/definitions/key" } """, "/apiKey looks like a secret")]
    [TestCase("", """ "a": { "type": "array", "items": { "type": "object" }, W } """, "/a/0 lacks \"additional")]
    [TestCase("", """
        "a": { "type": "array", "items": { "properties": { "clientSecret": { "type": "string", W } } }, W }
        """, "/a/0/clientSecret looks like a secret")]
    public void What_a_schema_lacks_is_told(string keyword, string members, string finding) =>
        Assert.That(Check(Schema(keyword, members)), Has.Exactly(1).Contains(finding));

    [TestCase(""" "apiKeySID": { "type": "string", W }, "maxTokens": { "type": "integer", W } """)]
    [TestCase(""" "token": { "type": "string", "writeOnly": true, W }, "hasToken": { "type": "boolean", W } """)]
    [TestCase(""" "map": { "type": "object", "additionalProperties": { "type": "string" }, W } """)]
    public void A_good_schema_passes(string members) => Assert.That(Check(Schema("", members)), Is.Empty);

    [Test]
    public void No_schema_is_told() => Assert.That(Check("null"), Has.Exactly(1).Contains("no config schema"));

    private static string Schema(string keyword, string members) =>
        $$"""
        {
          "type": "object", {{Words}},
          {{(keyword.Length == 0 ? "\"additionalProperties\": false" : keyword)}},
          "definitions": { "key": { "type": "string", {{Words}} } },
          "properties": { {{members.Replace("W", Words, StringComparison.Ordinal)}} }
        }
        """;

    private static IReadOnlyList<string> Check(string schema)
    {
        var findings = new Findings();
        SchemaRule.Check(JsonElement.Parse(schema), findings);
        return findings.Found;
    }
}
