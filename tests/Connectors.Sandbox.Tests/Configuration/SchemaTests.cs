using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Connector.Abstractions;
using NJsonSchema;

namespace Connectors.Sandbox.Tests.Configuration;

internal sealed class SchemaTests
{
    private static readonly string SchemaPath = TestSandbox.File("sandbox.config.schema.json");

    [TestCase("""{"keepMessage":5}""")]
    [TestCase("""{"keepMessages":0}""")]
    [TestCase("""{"keepMessages":100001}""")]
    [TestCase("""{"keepMessages":"5"}""")]
    [TestCase("""{"templates":[]}""")]
    [TestCase("""{"templates":[{"usageType":"Generic"}]}""")]
    [TestCase("""{"templates":[{"usageType":"Generic","content":" "}]}""")]
    [TestCase("""{"templates":[{"usageType":"Generic","content":"x","language":"es"}]}""")]
    [TestCase("""{"numbers":[{"phone":"34600000001","behaviour":"accept"}]}""")]
    [TestCase("""{"numbers":[{"phone":"+34600000001","behaviour":"explode"}]}""")]
    [TestCase("""{"numbers":[{"phone":"+34600000001","behaviour":"refuse","reason":"opted_out"}]}""")]
    [TestCase("""{"numbers":[{"phone":"+34600000001","behaviour":"slow","delay":"5"}]}""")]
    [TestCase("""{"numbers":[{"phone":"+34600000001","behaviour":"slow","delay":"01:00:00"}]}""")]
    public async Task A_faulty_configuration_is_rejected(string config)
    {
        var schema = await JsonSchema.FromFileAsync(SchemaPath);

        Assert.That(schema.Validate(config), Is.Not.Empty);
    }

    [TestCase("{}")]
    [TestCase(
        """
        {"templates":[{"usageType":"Generic","content":"{{code}}"},{"usageType":"Own","content":"x","locale":"pt-BR"}],
         "keepMessages":5,
         "numbers":[{"phone":"+34600000001","behaviour":"refuse","reason":"rateLimited","delay":"00:00:07"},
                    {"phone":"+34600000002","behaviour":"refuseOnce","reason":"notAttempted"},
                    {"phone":"+34600000003","behaviour":"slow"},{"phone":"+34600000004","behaviour":"unknown"},
                    {"phone":"+34600000005","behaviour":"lost"},{"phone":"+34600000006","behaviour":"accept"}]}
        """)]
    public async Task A_sound_configuration_is_accepted_and_makes_a_connector(string config)
    {
        var schema = await JsonSchema.FromFileAsync(SchemaPath);
        using var sandbox = new TestSandbox(config);

        Assert.That(schema.Validate(config), Is.Empty);
        Assert.That(sandbox.Connector, Is.Not.Null);
    }

    [Test]
    public void The_schema_and_the_options_have_the_same_members()
    {
        var schema = JsonNode.Parse(File.ReadAllText(SchemaPath))!["properties"]!;
        var number = schema["numbers"]!["items"]!["properties"]!;
        var template = schema["templates"]!["items"]!["properties"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(schema), Is.EquivalentTo(Names(SandboxJsonContext.Default.SandboxOptions)));
            Assert.That(Names(number), Is.EquivalentTo(Names(SandboxJsonContext.Default.NumberRule)));
            Assert.That(Names(template), Is.EquivalentTo(Names(SandboxJsonContext.Default.SmsTemplate)));
        }
    }

    [Test]
    public void The_schema_and_the_code_know_the_same_reasons_and_default()
    {
        var schema = JsonNode.Parse(File.ReadAllText(SchemaPath))!["properties"]!;
        var reasons = schema["numbers"]!["items"]!["properties"]!["reason"]!["enum"]!.AsArray().GetValues<string>();

        var names = Enum.GetNames<RefusalReason>().Select(JsonNamingPolicy.CamelCase.ConvertName);
        Assert.That(reasons, Is.EqualTo(names));
        Assert.That(
            schema["keepMessages"]!["default"]!.GetValue<int>(),
            Is.EqualTo(new SandboxOptions().KeepMessages));
    }

    private static IEnumerable<string> Names(JsonNode properties) => properties.AsObject().Select(entry => entry.Key);

    private static IEnumerable<string> Names(JsonTypeInfo type) =>
        type.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null)
            .Select(property => property.Name);
}
