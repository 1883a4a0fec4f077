using System.Text.Json;
using System.Text.Json.Nodes;
using Connectors.HttpSms.Tests.Wires;
using NJsonSchema;

namespace Connectors.HttpSms.Tests.Configuration;

internal sealed class SchemaTests
{
    private static IEnumerable<TestCaseData> Faults =>
    [
        Fault("no address", ("url", null)),
        Fault("other scheme", ("url", "ftp://example.com")),
        Fault("white space in the address", ("url", "https://example.com/a b")),
        Fault("unknown member", ("uri", "x")),
        Fault("unknown method", ("method", "DELETE")),
        Fault("unknown authentication", ("authentication", "oauth")),
        Fault("empty token", ("token", "")),
        Fault("header name", ("tokenHeader", "a b")),
        Fault("headers as an object", ("headers", new JsonObject())),
        Fault("header without value", ("headers", new JsonArray(new JsonObject { ["name"] = "a" }))),
        Fault("line break in a header", ("headers", new JsonArray(
            new JsonObject { ["name"] = "a", ["value"] = "a\nb" }))),
        Fault("unknown format", ("bodyFormat", "yaml")),
        Fault("body as an object", ("body", new JsonObject())),
        Fault("path without slash", ("answer", new JsonObject { ["idPath"] = "id" })),
        Fault("unknown member of the answer", ("answer", new JsonObject { ["id"] = "/id" })),
        Fault("error without reason", ("errors", new JsonArray(new JsonObject { ["code"] = "1" }))),
        Fault("unknown reason", ("errors", new JsonArray(new JsonObject { ["code"] = "1", ["reason"] = "x" }))),
        Fault("status as text", ("errors", new JsonArray(new JsonObject { ["status"] = "4", ["reason"] = "unknown" }))),
        Fault("text for a switch", ("allowHttp", "true")),
        Fault("template without content", ("templates", new JsonArray(new JsonObject { ["usageType"] = "x" }))),
    ];

    [TestCaseSource(nameof(Faults))]
    public async Task A_faulty_configuration_fails(string config)
    {
        var schema = await JsonSchema.FromJsonAsync(ConfigFile.Read("config.schema.json"));

        Assert.That(schema.Validate(config), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Every_member_has_examples_that_satisfy_its_own_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(ConfigFile.Read("config.schema.json"));
        foreach (var property in ConfigFile.Schema.GetProperty("properties").EnumerateObject())
        {
            var samples = property.Value.GetProperty("examples").EnumerateArray().ToList();
            Assert.That(samples, Is.Not.Empty);
            foreach (var sample in samples)
            {
                Assert.That(schema.Properties[property.Name].Validate(sample.GetRawText()), Is.Empty, property.Name);
            }
        }
    }

    [Test]
    public void Exactly_the_secrets_are_write_only()
    {
        var secret = ConfigFile.Schema.GetProperty("properties").EnumerateObject()
            .Where(property => property.Value.TryGetProperty("writeOnly", out var value) && value.GetBoolean())
            .Select(property => property.Name);

        Assert.That(secret, Is.EquivalentTo(new[] { "password", "token" }));
    }

    [Test]
    public void The_options_tell_nothing_about_themselves()
    {
        var options = JsonSerializer.Deserialize(
            Config.Valid().ToJsonString(), HttpSmsJsonContext.Default.HttpSmsOptions)!;

        Assert.That(options.ToString(), Is.EqualTo("HttpSmsOptions"));
    }

    private static TestCaseData Fault(string what, params (string, JsonNode?)[] members) =>
        new TestCaseData(Config.With(members).ToJsonString()).SetArgDisplayNames(what);
}
