using System.Text.Json;
using Connector.Runtime.Schemas;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Tests.Schemas;

public sealed class ConfigSchemaTests
{
    private const string Schema = """
        {
          "type": "object", "additionalProperties": false, "required": ["account"],
          "properties": {
            "account": { "type": "string", "pattern": "^AC[0-9]+$", "description": "AC and digits." },
            "token": { "type": "string", "writeOnly": true },
            "enabled": { "type": "boolean" },
            "retries": { "type": "integer", "minimum": 0, "maximum": 5 },
            "ratio": { "type": "number" },
            "region": { "enum": ["us1", "ie1"] },
            "digits": { "type": "string" },
            "odd.name/~": { "type": "object", "properties": { "x": { "type": "string" } } },
            "sender": { "oneOf": [ { "type": "string" }, { "$ref": "#/definitions/pool" } ] },
            "templates": { "type": "array", "items": { "$ref": "#/definitions/template" } }
          },
          "definitions": {
            "pool": { "type": "object", "properties": { "key": { "type": "string", "writeOnly": true } } },
            "template": {
              "type": "object", "additionalProperties": false, "required": ["content"],
              "properties": { "content": { "type": "string", "minLength": 1 }, "usageType": { "type": "string" } }
            }
          }
        }
        """;

    private static readonly ConfigSchema Subject = ConfigSchema.Parse(Schema);

    [Test]
    public void Every_error_is_reported_at_once_with_its_pointer()
    {
        var issues = Validate("""
            {
              "account": "XX", "retries": 9, "region": "mars",
              "templates": [ { "content": "ok" }, { "usageType": 4 } ], "extra": 1
            }
            """);

        Assert.That(issues.Keys, Is.EquivalentTo(new[]
        {
            "/account", "/retries", "/region", "/templates/1/content", "/templates/1/usageType", "/extra",
        }));
    }

    [TestCase("{}", "/account", "account is required.")]
    [TestCase("""{"account":"AC1","retries":9}""", "/retries", "retries must be at most 5.")]
    [TestCase("""{"account":"AC1","retries":1.5}""", "/retries", "retries must be a whole number.")]
    [TestCase("""{"account":"XX"}""", "/account", "account doesn't have the expected form. AC and digits.")]
    [TestCase("""{"account":"AC1","region":"mars"}""", "/region", "region must be one of: us1, ie1.")]
    [TestCase("""{"account":"AC1","tokn":"s3cret"}""", "/tokn", "tokn is not a known setting. Did you mean token?")]
    [TestCase("""{"account":"AC1","templates":"text"}""", "/templates", "templates must be a list.")]
    [TestCase("""{"account":"AC1","templates":[5]}""", "/templates/0", "Item 0 must be an object.")]
    [TestCase("""{"account":"AC1","odd.name/~":{"x":1}}""", "/odd.name~1~0/x", "x must be text.")]
    public void An_error_names_the_place_and_what_belongs_there(string config, string pointer, string message)
    {
        Assert.That(Validate(config), Is.EqualTo(new Dictionary<string, string> { [pointer] = message }));
    }

    [Test]
    public void No_message_repeats_a_value()
    {
        var issues = Validate("""{ "account": "s3cret-value", "token": 5, "region": "s3cret-value" }""");

        Assert.That(issues.Values, Has.None.Contains("s3cret-value"));
    }

    [TestCase("not json")]
    [TestCase("[]")]
    [TestCase("true")]
    public void What_is_no_schema_is_refused_when_it_is_read(string schema)
    {
        Assert.That(() => ConfigSchema.Parse(schema), Throws.TypeOf<ConfigSchemaException>());
    }

    [TestCase("""{ "properties": 5 }""")]
    [TestCase("""{ "$ref": "#/definitions/missing" }""")]
    public void A_schema_that_the_validator_cannot_use_is_refused_when_it_validates(string schema)
    {
        Assert.That(
            () => ConfigSchema.Parse(schema).Validate(JsonElement.Parse("{}")),
            Throws.TypeOf<ConfigSchemaException>());
    }

    [Test]
    public void A_pattern_that_is_no_regular_expression_is_the_schemas_fault()
    {
        var schema = ConfigSchema.Parse("""{ "properties": { "a": { "type": "string", "pattern": "[" } } }""");

        Assert.That(
            () => schema.Validate(JsonElement.Parse("""{"a":"x"}""")), Throws.TypeOf<ConfigSchemaException>());
    }

    [Test]
    public void Only_a_place_in_a_list_is_called_an_item()
    {
        var schema = ConfigSchema.Parse("""{ "properties": { "2fa": { "type": "boolean" } } }""");

        Assert.That(
            schema.Validate(JsonElement.Parse("""{"2fa":"x"}""")).Single().Message,
            Is.EqualTo("2fa must be true or false."));
    }

    [Test]
    public void A_text_that_overrides_a_list_of_another_source_wins()
    {
        var config = Subject.Read(Settings(
            ("account", "AC1"), ("templates", """[{"content":"new"}]"""), ("templates:0:content", "old")));

        Assert.That(config.GetProperty("templates").GetRawText(), Is.EqualTo("""[{"content":"new"}]"""));
    }

    [Test]
    public void Listed_values_say_their_type()
    {
        var schema = ConfigSchema.Parse(
            """{ "properties": { "size": { "enum": [1, 2] }, "on": { "const": true }, "name": { "enum": ["1"] } } }""");

        Assert.That(
            schema.Read(Settings(("size", "2"), ("on", "true"), ("name", "1"))).GetRawText(),
            Is.EqualTo("""{"name":"1","on":true,"size":2}"""));
    }

    [Test]
    public void Settings_become_the_types_that_the_schema_asks_for()
    {
        var config = Subject.Read(Settings(
            ("account", "AC1"), ("enabled", "True"), ("retries", "3"), ("ratio", "0.5"), ("digits", "007"),
            ("templates:0:content", "a"), ("templates:1:content", "b"),
            ("templates:10:content", "c"), ("templates:2:content", "d")));

        Assert.That(config.GetRawText(), Is.EqualTo(
            """{"account":"AC1","digits":"007","enabled":true,"ratio":0.5,"retries":3,"templates":""" +
            """[{"content":"a"},{"content":"b"},{"content":"d"},{"content":"c"}]}"""));
    }

    [Test]
    public void One_variable_may_hold_a_whole_list_as_json()
    {
        var config = Subject.Read(Settings(("TEMPLATES", """[{"content":"a"}]"""), ("ACCOUNT", "AC1")));

        Assert.That(config.GetRawText(), Is.EqualTo("""{"account":"AC1","templates":[{"content":"a"}]}"""));
    }

    [TestCase("retries", "many", "/retries")]
    [TestCase("enabled", "perhaps", "/enabled")]
    [TestCase("templates", "[{", "/templates")]
    [TestCase("ratio", "0,5", "/ratio")]
    public void A_setting_that_does_not_convert_is_reported_where_it_stands(string name, string value, string pointer)
    {
        var config = Subject.Read(Settings(("account", "AC1"), (name, value)));

        Assert.That(Subject.Validate(config).Select(issue => issue.Pointer), Is.EqualTo(new[] { pointer }));
    }

    [Test]
    public void An_empty_list_in_a_settings_file_stays_a_list()
    {
        Assert.That(Subject.Read(Settings(("templates", ""))).GetProperty("templates").GetArrayLength(), Is.Zero);
    }

    [Test]
    public void Secrets_are_masked_wherever_the_schema_marks_them()
    {
        var redacted = Subject.Redact(JsonElement.Parse(
            """{"account":"AC1","token":"s3cret","sender":{"key":"s3cret"},"templates":[{"content":"{{code}}"}]}"""));

        Assert.That(redacted.GetRawText(), Does.Not.Contain("s3cret").And.Contain("AC1").And.Contain("{{code}}"));
        Assert.That(redacted.GetProperty("token").GetString(), Is.EqualTo(Secrets.Mask));
    }

    [Test]
    public void A_misspelt_secret_is_masked_too()
    {
        var redacted = Subject.Redact(
            JsonElement.Parse("""{"Token":"s3cret","tokn":"s3cret","unknown":{"deep":"s3cret"}}"""));

        Assert.That(redacted.GetRawText(), Does.Not.Contain("s3cret"));
    }

    [Test]
    public void What_one_of_many_alternatives_calls_secret_is_masked()
    {
        var plain = string.Concat(Enumerable.Repeat(
            """{ "properties": { "value": { "type": "string" } } },""", 50));
        var schema = ConfigSchema.Parse($$"""
            { "oneOf": [
                {{plain}} { "properties": { "value": { "type": "string", "writeOnly": true } } }, {{plain}} {} ] }
            """);

        Assert.That(
            schema.Redact(JsonElement.Parse("""{"value":"s3cret"}""")).GetRawText(), Does.Not.Contain("s3cret"));
    }

    [TestCase("""{ "type": "array", "items": { "type": "string", "writeOnly": true } }""", """["s3cret"]""")]
    [TestCase("""{ "type": "array", "items": [ {}, { "writeOnly": true } ] }""", """["a", "s3cret"]""")]
    [TestCase("""{ "type": "array", "items": { "anyOf": [ { "$ref": "#/properties/s" } ] } }""", """["s3cret"]""")]
    [TestCase("""{ "type": "array", "writeOnly": true }""", """[{"a":["s3cret"]}]""")]
    [TestCase("""{ "$ref": "elsewhere.json" }""", """ "s3cret" """)]
    [TestCase("""{ "type": "object", "additionalProperties": { "writeOnly": true } }""", """{"any":"s3cret"}""")]
    public void A_secret_is_masked_inside_lists_and_behind_references(string member, string value)
    {
        var schema = ConfigSchema.Parse(
            $$"""{ "properties": { "s": { "writeOnly": true }, "m": {{member}} } }""");

        Assert.That(
            schema.Redact(JsonElement.Parse($$"""{"m":{{value}}}""")).GetRawText(), Does.Not.Contain("s3cret"));
    }

    [Test]
    public void A_schema_that_refers_to_itself_does_not_hang()
    {
        var schema = ConfigSchema.Parse("""{ "$ref": "#" }""");

        Assert.That(schema.Read(Settings(("a", "1"))).GetRawText(), Is.EqualTo("""{"a":"1"}"""));
    }

    private static Dictionary<string, string> Validate(string config) =>
        Subject.Validate(JsonElement.Parse(config)).ToDictionary(issue => issue.Pointer, issue => issue.Message);

    private static IConfigurationSection Settings(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                values.Select(pair => KeyValuePair.Create($"Config:{pair.Key}", (string?)pair.Value)))
            .Build()
            .GetSection("Config");
}
