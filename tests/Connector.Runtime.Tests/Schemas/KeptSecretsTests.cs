using System.Text.Json;
using Connector.Runtime.Schemas;

namespace Connector.Runtime.Tests.Schemas;

public sealed class KeptSecretsTests
{
    private const string Schema = """
        { "type": "object", "additionalProperties": false, "properties": {
            "name": { "type": "string" },
            "token": { "type": "string", "writeOnly": true },
            "inner": { "type": "object", "properties": { "key": { "type": "string", "writeOnly": true } } },
            "whole": { "type": "object", "writeOnly": true },
            "list": { "type": "array", "items": { "type": "object", "properties": {
                "id": { "type": "integer" }, "key": { "type": "string", "writeOnly": true } } } },
            "keys": { "type": "array", "items": { "type": "string", "writeOnly": true } } } }
        """;

    [TestCase("""{"token":"••••"}""", """{"token":"a"}""", """{"token":"a"}""")]
    [TestCase("""{"token":"b"}""", """{"token":"a"}""", """{"token":"b"}""")]
    [TestCase("""{}""", """{"token":"a"}""", """{}""")]
    [TestCase("""{"token":null}""", """{"token":"a"}""", """{"token":null}""")]
    [TestCase("""{"name":"••••"}""", """{"name":"a"}""", """{"name":"••••"}""")]
    [TestCase("""{"inner":{"key":"••••"}}""", """{"inner":{"key":"a"}}""", """{"inner":{"key":"a"}}""")]
    [TestCase("""{"whole":"••••"}""", """{"whole":{"a":[1]}}""", """{"whole":{"a":[1]}}""")]
    [TestCase("""{"misspelt":"••••"}""", """{"misspelt":"a"}""", """{"misspelt":"a"}""")]
    [TestCase(
        """{"list":[{"id":2,"key":"••••"},{"id":1,"key":"••••"},{"id":3,"key":"c"}]}""",
        """{"list":[{"id":1,"key":"a"},{"id":2,"key":"b"}]}""",
        """{"list":[{"id":2,"key":"b"},{"id":1,"key":"a"},{"id":3,"key":"c"}]}""")]
    [TestCase("""{"keys":["••••","••••"]}""", """{"keys":["a","b"]}""", """{"keys":["a","b"]}""")]
    public void A_mask_is_what_it_stood_for(string sent, string stored, string result)
    {
        var (config, missing) = ConfigSchema.Parse(Schema)
            .KeepSecrets(JsonElement.Parse(sent), JsonElement.Parse(stored));

        Assert.That(missing, Is.Empty);
        Assert.That(JsonElement.DeepEquals(config, JsonElement.Parse(result)), config.GetRawText());
    }

    [TestCase("""{"token":"••••"}""", """{}""", "/token")]
    [TestCase("""{"token":"••••"}""", """{"token":null}""", "/token")]
    [TestCase("""{"inner":{"key":"••••"}}""", """{"inner":"a"}""", "/inner/key")]
    [TestCase("""{"list":[{"id":9,"key":"••••"}]}""", """{"list":[{"id":1,"key":"a"}]}""", "/list/0/key")]
    [TestCase("""{"keys":["••••"]}""", """{"keys":["a","b"]}""", "/keys/0")]
    [TestCase("""{"keys":["new","••••","••••"]}""", """{"keys":["a","b"]}""", "/keys/1", "/keys/2")]
    public void A_mask_that_stands_for_nothing_certain_is_an_issue(
        string sent, string stored, params string[] pointers)
    {
        var (_, missing) = ConfigSchema.Parse(Schema)
            .KeepSecrets(JsonElement.Parse(sent), JsonElement.Parse(stored));

        Assert.That(missing.Select(issue => issue.Pointer), Is.EqualTo(pointers));
    }

    [Test]
    public void Nothing_is_stored_before_a_connector_is_new()
    {
        var (_, missing) = ConfigSchema.Parse(Schema).KeepSecrets(
            JsonElement.Parse("""{"token":"••••","list":[{"key":"••••"}]}"""), default);

        Assert.That(missing.Select(issue => issue.Pointer), Is.EqualTo(new[] { "/token", "/list/0/key" }));
    }
}
