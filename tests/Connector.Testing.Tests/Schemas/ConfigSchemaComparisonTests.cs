using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Connector.Testing.Schemas;
using Connector.Testing.Tests.Subjects;

namespace Connector.Testing.Tests.Schemas;

internal sealed class ConfigSchemaComparisonTests
{
    private static readonly string[] EveryDifference =
    [
        "/apiBaseUrl: required in the schema only.",
        "/apiKey: the schema says string, Int32 is integer.",
        "/extra: only OtherOptions knows it; nobody could configure it.",
        "/kind: OtherKind has 'Fax', which the schema doesn't allow.",
        "/kind: the schema allows 'Voice', which OtherKind lacks.",
    ];

    private static readonly JsonElement Schema = JsonElement.Parse(
        """
        {
          "type": "object", "required": ["apiBaseUrl", "apiKey"],
          "definitions": { "key": { "type": "string" } },
          "properties": {
            "apiBaseUrl": { "type": "string" },
            "apiKey": { "$ref": "#/definitions/key" },
            "kind": { "type": "string", "enum": ["Text", "Voice"] }
          }
        }
        """);

    [Test]
    public void Equal_ones_have_no_difference() =>
        Assert.That(ConfigSchemaComparison.Compare(Schema, GoodJsonContext.Default.GoodOptions), Is.Empty);

    [Test]
    public void Every_difference_is_told_at_once() =>
        Assert.That(
            ConfigSchemaComparison.Compare(Schema, GoodJsonContext.Default.OtherOptions).Order(),
            Is.EqualTo(EveryDifference));

    [TestCase("""{"type":"array","items":{"type":"string"}}""", typeof(int[]), "/0: the schema says string")]
    [TestCase("""{"type":"array"}""", typeof(string), "The configuration: the schema says array")]
    [TestCase(
        """{"type":"object","additionalProperties":{"type":"integer"}}""",
        typeof(Dictionary<string, string>),
        "/*: the schema says integer")]
    [TestCase("""{"type":"integer"}""", typeof(bool?), "bool")]
    [TestCase("""{"properties":{"name":{"type":"string"}}}""", typeof(ServiceEntry), "/name: the schema says string")]
    [TestCase("""{"properties":{"unheard":{}}}""", typeof(ServiceEntry), "/unheard: only the schema knows it")]
    public void A_difference_is_found_wherever_it_is(string schema, Type type, string difference) =>
        Assert.That(
            ConfigSchemaComparison.Compare(JsonElement.Parse(schema), TypeInfo(type)),
            Has.Some.Contains(difference).IgnoreCase);

    [TestCase("""{"type":"array","items":{"type":"string"}}""", typeof(IReadOnlyList<string>))]
    [TestCase("""{"type":["string","null"]}""", typeof(string))]
    [TestCase("""{"type":"integer"}""", typeof(int?))]
    [TestCase("""{"type":"integer"}""", typeof(decimal))]
    [TestCase("""{"type":"string"}""", typeof(Uri))]
    [TestCase("""{"type":"string"}""", typeof(TimeSpan))]
    [TestCase("{}", typeof(string))]
    public void What_fits_has_no_difference(string schema, Type type) =>
        Assert.That(ConfigSchemaComparison.Compare(JsonElement.Parse(schema), TypeInfo(type)), Is.Empty);

    private static JsonTypeInfo TypeInfo(Type type) => JsonSerializerOptions.Web.GetTypeInfo(type);
}
