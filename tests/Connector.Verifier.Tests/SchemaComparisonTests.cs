using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using Connector.Runtime.Plugins;

namespace Connector.Verifier.Tests;

internal sealed class SchemaComparisonTests
{
    private const string Type = "Connector.Verifier.Tests.ConfigTypes+Plain";

    private const string Fitting = """
        {
          "type": "object", "additionalProperties": false, "required": ["apiKey"],
          "properties": {
            "apiKey": { "type": "string" },
            "user": { "type": "string" },
            "retryURL": { "type": "string", "format": "uri" },
            "port": { "type": "integer" },
            "rate": { "type": "number" },
            "is_test": { "type": "boolean" },
            "wait": { "type": "string" },
            "day": { "enum": ["Monday"] },
            "limits": { "type": "array", "items": {
              "type": "object", "additionalProperties": false, "required": ["country", "perMinute"],
              "properties": { "country": { "type": "string" }, "perMinute": { "type": "integer" } } } },
            "template": { "type": "object", "properties": { "anything": { "type": "boolean" } } },
            "headers": { "type": "object", "additionalProperties": { "type": "string" } }
          }
        }
        """;

    private readonly PEReader file = new(File.OpenRead(typeof(ConfigTypes).Assembly.Location));

    [OneTimeTearDown]
    public void Close() => file.Dispose();

    [Test]
    public void A_schema_that_fits_has_no_mismatch() => Assert.That(Compare(Fitting), Is.Empty);

    [Test]
    public void A_property_that_only_the_schema_has_is_named()
    {
        var changed = Change(schema => schema["properties"]!["colour"] = new JsonObject { ["type"] = "string" });

        Assert.That(Compare(changed), Is.EqualTo([
            $"/properties/colour is offered to operators, but {Type} has no property for it.",
        ]));
    }

    [Test]
    public void A_property_that_only_the_type_has_is_named()
    {
        var changed = Change(schema => schema["properties"]!.AsObject().Remove("user"));

        Assert.That(Compare(changed), Is.EqualTo([$"{Type}.User can never be set: /properties doesn't have it."]));
    }

    [Test]
    public void A_schema_that_allows_nothing_leaves_no_property_to_be_set()
    {
        var mismatches = Compare("""{ "type": "object", "additionalProperties": false }""");

        Assert.That(mismatches, Has.Count.EqualTo(11).And.All.Contains("can never be set"));
    }

    [Test]
    public void A_schema_that_is_open_may_leave_properties_out()
    {
        var changed = Change(schema =>
        {
            schema["properties"]!.AsObject().Remove("user");
            schema.AsObject().Remove("additionalProperties");
        });

        Assert.That(Compare(changed), Is.Empty);
    }

    [Test]
    public void What_the_type_requires_the_schema_must_require()
    {
        var changed = Change(schema => schema.AsObject().Remove("required"));

        Assert.That(Compare(changed), Is.EqualTo([
            $"{Type}.ApiKey is required, but /properties/apiKey may be left out. Then binding would fail.",
        ]));
    }

    [TestCase("port", "string", "Port holds integer")]
    [TestCase("isTest", "string", "IsTest holds boolean")]
    [TestCase("apiKey", "integer", "ApiKey holds string")]
    [TestCase("limits", "object", "Limits holds array")]
    [TestCase("port", "number", "Port holds integer")]
    public void Another_type_is_named(string name, string type, string told)
    {
        var key = name == "isTest" ? "is_test" : name;
        var changed = Change(schema => schema["properties"]![key] = new JsonObject { ["type"] = type });

        Assert.That(Compare(changed), Is.EqualTo([$"/properties/{key} is of type {type}, but {Type}.{told}."]));
    }

    [Test]
    public void Items_of_lists_are_compared_too()
    {
        var changed = Change(schema => schema["properties"]!["limits"]!["items"]!["properties"]!["perMinute"] =
            new JsonObject { ["type"] = "string" });

        Assert.That(Compare(changed).Single(), Does.Contain("/properties/limits/items/properties/perMinute")
            .And.Contains("Limit.PerMinute holds integer"));
    }

    [TestCase("WithRest")]
    [TestCase("Foreign")]
    public void A_type_that_takes_more_than_its_properties_is_left_alone(string name)
    {
        const string Other = """{ "additionalProperties": false, "properties": { "other": { "type": "string" } } }""";
        var handle = Metadata.TypeDefinitions.Single(
            type => TypeNames.Of(Metadata, type) == $"Connector.Verifier.Tests.ConfigTypes+{name}");

        Assert.That(SchemaComparison.Compare(Metadata, Other, handle), Is.Empty);
    }

    private MetadataReader Metadata => file.GetMetadataReader();

    private static string Change(Action<JsonNode> change)
    {
        var schema = JsonNode.Parse(Fitting)!;
        change(schema);
        return schema.ToJsonString();
    }

    private IReadOnlyList<string> Compare(string schema) => SchemaComparison.Compare(Metadata, schema);
}
