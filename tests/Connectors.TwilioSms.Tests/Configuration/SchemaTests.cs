using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Connector.Abstractions.Templates;
using Connectors.TwilioSms.Tests.Wires;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Connectors.TwilioSms.Tests.Configuration;

internal sealed class SchemaTests
{
    // What NJsonSchema 11.6.2 was seen to honour, and what only describes. It ignores the rest silently.
    private static readonly string[] Keywords =
    [
        "type", "properties", "required", "additionalProperties", "pattern", "format", "items", "minItems",
        "$schema", "title", "description", "default", "examples", "writeOnly", "x-translations", "x-advanced",
    ];

    private static IEnumerable<TestCaseData> Faults =>
    [
        Fault("required", "/accountSID", Config.With(("accountSID", null))),
        Fault("required", "/templates", Config.With(("templates", null))),
        Fault("unknown member", "/authtoken", Config.With(("authtoken", "x"))),
        Fault("SID of another kind", "/accountSID", Config.With(("accountSID", "SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"))),
        Fault("SID with a path", "/accountSID", Config.With(("accountSID", "AC/../aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"))),
        Fault("SID too short", "/accountSID", Config.With(("accountSID", "ACaaaa"))),
        Fault("SID not hex", "/apiKeySID", Config.With(("apiKeySID", "SK" + new string('g', 32)))),
        Fault("service SID", "/fromMessagingServiceSID", Config.With(("fromMessagingServiceSID", "MG1"))),
        Fault("number instead of text", "/accountSID", Config.With(("accountSID", 7))),
        Fault("blank token", "/authToken", Config.With(("authToken", " "))),
        Fault("empty token", "/authToken", Config.With(("authToken", ""))),
        Fault("key SID", "/apiKeySID", Config.With(("apiKeySID", Samples.AccountSid))),
        Fault("empty secret", "/apiKeySecret", Config.With(("apiKeySecret", ""))),
        Fault("sender too long", "/from", Config.With(("from", "ContosoCorp1"))),
        Fault("sender without a letter", "/from", Config.With(("from", "1234567890"))),
        Fault("sender with signs", "/from", Config.With(("from", "Cont<so>"))),
        Fault("number without plus", "/from", Config.With(("from", "15005550006"))),
        Fault("number too long", "/from", Config.With(("from", "+1234567890123456"))),
        Fault("region with a host", "/region", Config.With(("region", "ie1.evil.example/"))),
        Fault("edge with a slash", "/edge", Config.With(("edge", "dublin/x"))),
        Fault("text for a switch", "/disableRiskCheck", Config.With(("disableRiskCheck", "false"))),
        Fault("number for a switch", "/provideFeedback", Config.With(("provideFeedback", 1))),
        Fault("other scheme", "/apiBaseUrl", Config.With(("apiBaseUrl", "ftp://example.com"))),
        Fault("credentials in address", "/apiBaseUrl", Config.With(("apiBaseUrl", "https://a:b@example.com"))),
        Fault("query in address", "/apiBaseUrl", Config.With(("apiBaseUrl", "https://example.com/?a=1"))),
        Fault("templates as an object", "/templates", Config.With(("templates", new JsonObject()))),
        Fault("one template", "/templates", Config.With(("templates", new JsonArray(Config.Template("x", "x"))))),
        Fault("unknown member", "/templates/4/link", Config.Plus(
            new JsonObject { ["usageType"] = "x", ["content"] = "x", ["link"] = "x" })),
        Fault("no usage type", "/templates/4/usageType", Config.Plus(new JsonObject { ["content"] = "x" })),
        Fault("no content", "/templates/4/content", Config.Plus(new JsonObject { ["usageType"] = "x" })),
        Fault("blank usage type", "/templates/4/usageType", Config.Plus(Config.Template(" ", "x"))),
        Fault("usage type too long", "/templates/4/usageType", Config.Plus(Config.Template(new string('x', 65), "x"))),
        Fault("blank content", "/templates/4/content", Config.Plus(Config.Template("x", " \n"))),
        Fault("no language", "/templates/4/locale", Config.Plus(Config.Template("x", "x", "english please"))),
    ];

    private static IEnumerable<TestCaseData> Examples =>
    [
        Example("seed", Config.Valid()),
        Example("sender number", Config.With(("fromMessagingServiceSID", null), ("from", "+15005550006"))),
        Example("short code", Config.With(("fromMessagingServiceSID", null), ("from", "72345"))),
        Example("name", Config.With(("fromMessagingServiceSID", null), ("from", "3M Contoso"))),
        Example("API key", Config.With(
            ("authToken", null), ("apiKeySID", "SK0123456789abcdefABCDEF0123456789"), ("apiKeySecret", "s"))),
        Example("everything", Config.With(
            ("from", "+15005550006"), ("region", "ie1"), ("edge", "dublin"), ("disableRiskCheck", true),
            ("provideFeedback", true), ("apiBaseUrl", "http://localhost:4010/x"))),
        Example("languages", Config.Plus(
            Config.Template("SignIn", "{{code}}", "pt-BR"), Config.Template("Own-type 1", "{{code}}", "zh_Hans_CN"))),
    ];

    [TestCaseSource(nameof(Faults))]
    public async Task A_faulty_configuration_fails_at_its_place(string pointer, string config)
    {
        var schema = await JsonSchema.FromJsonAsync(ConfigFile.Read("config.schema.json"));

        Assert.That(Pointers(schema.Validate(config)).Distinct(), Is.EqualTo(new[] { pointer }));
    }

    [TestCaseSource(nameof(Examples))]
    public async Task A_good_configuration_passes_and_binds(string config)
    {
        var schema = await JsonSchema.FromJsonAsync(ConfigFile.Read("config.schema.json"));

        Assert.That(schema.Validate(config), Is.Empty);
        var type = TwilioSmsJsonContext.Default.TwilioSmsOptions;
        var options = JsonSerializer.Deserialize(config, type)!;
        Assert.That(schema.Validate(JsonSerializer.Serialize(options, type)), Is.Empty);
    }

    [Test]
    public void Schema_and_options_have_the_same_members_of_the_same_types()
    {
        AssertSame(ConfigFile.Schema, TwilioSmsJsonContext.Default.TwilioSmsOptions);
        AssertSame(
            ConfigFile.Schema.GetProperty("properties").GetProperty("templates").GetProperty("items"),
            (JsonTypeInfo)TwilioSmsJsonContext.Default.GetTypeInfo(typeof(SmsTemplate))!);
    }

    [Test]
    public void The_schema_file_is_the_one_that_the_plugin_carries()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "ConnectorPlatform.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        Assert.That(
            ConfigFile.Read("config.schema.json"),
            Is.EqualTo(File.ReadAllText(Path.Combine(folder, "schemas", "twilio-sms.config.schema.json"))));
    }

    [Test]
    public void Every_keyword_is_honoured_by_the_validator()
    {
        var used = Objects(ConfigFile.Schema).SelectMany(node => node.EnumerateObject().Select(member => member.Name));

        Assert.That(used.Except(Keywords), Is.Empty);
    }

    [Test]
    public void Exactly_the_secrets_are_write_only()
    {
        var secret = ConfigFile.Schema.GetProperty("properties").EnumerateObject()
            .Where(property => property.Value.TryGetProperty("writeOnly", out var value) && value.GetBoolean())
            .Select(property => property.Name);

        Assert.That(secret, Is.EquivalentTo(new[] { "authToken", "apiKeySecret" }));
    }

    [Test]
    public void Every_member_has_a_title_a_description_and_examples_or_a_default()
    {
        foreach (var node in Objects(ConfigFile.Schema).Where(node => !node.TryGetProperty("properties", out _)))
        {
            string[] members = [.. node.EnumerateObject().Select(member => member.Name)];
            Assert.That(members, Does.Contain("title").And.Contain("description"));
            Assert.That(members.Intersect(["examples", "default"]), Is.Not.Empty);
        }
    }

    [Test]
    public async Task Examples_and_defaults_satisfy_their_own_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(ConfigFile.Read("config.schema.json"));
        foreach (var property in ConfigFile.Schema.GetProperty("properties").EnumerateObject())
        {
            var samples = property.Value.TryGetProperty("examples", out var examples)
                ? examples.EnumerateArray().ToList()
                : [property.Value.GetProperty("default")];
            foreach (var sample in samples)
            {
                Assert.That(schema.Properties[property.Name].Validate(sample.GetRawText()), Is.Empty, property.Name);
            }
        }
    }

    private static void AssertSame(JsonElement schema, JsonTypeInfo type)
    {
        var inSchema = schema.GetProperty("properties").EnumerateObject()
            .Select(property => $"{property.Name}: {property.Value.GetProperty("type")}");
        Assert.That(inSchema, Is.EquivalentTo(
            type.Properties.Where(property => property.Get is not null)
                .Select(property => $"{property.Name}: {JsonType(property)}")));
        Assert.That(
            schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()),
            Is.EquivalentTo(type.Properties.Where(IsRequired).Select(property => property.Name)));
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    private static string JsonType(JsonPropertyInfo property) => property.PropertyType switch
    {
        var type when type == typeof(bool) => "boolean",
        var type when type == typeof(IReadOnlyList<SmsTemplate>) => "array",
        _ => "string",
    };

    // Every schema in the schema: the root, its properties, and the items of arrays.
    private static IEnumerable<JsonElement> Objects(JsonElement schema)
    {
        yield return schema;
        var inner = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(property => property.Value)
            : schema.TryGetProperty("items", out var items) ? [items] : [];
        foreach (var node in inner.SelectMany(Objects))
        {
            yield return node;
        }
    }

    private static IEnumerable<string> Pointers(IEnumerable<ValidationError> errors) =>
        errors.SelectMany(error => error is ChildSchemaValidationError child
            ? child.Errors.Values.SelectMany(Pointers)
            : [Pointer(error.Path!)]);

    // "#/templates[4].content" or "templates[4]".
    private static string Pointer(string path)
    {
        var steps = path.Split('#', '/', '.', '[', ']').Where(step => step.Length > 0);
        return "/" + string.Join('/', steps);
    }

    private static TestCaseData Fault(string what, string pointer, JsonObject config) =>
        new TestCaseData(pointer, config.ToJsonString()).SetArgDisplayNames(what, pointer);

    private static TestCaseData Example(string what, JsonObject config) =>
        new TestCaseData(config.ToJsonString()).SetArgDisplayNames(what);
}
