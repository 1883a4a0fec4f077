using System.Text.Json;
using Connector.Abstractions.Templates;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Abstractions.Tests;

internal sealed class ConnectorContextTests
{
    private const string Config = """
        { "accountSID": "AC1", "maxBodyBytes": 7, "unknown": [],
          "templates": [ { "usageType": "SignIn", "content": "{{code}}", "locale": "pt" },
                         { "usageType": "Generic", "content": "hi" } ] }
        """;

    [Test]
    public void Configuration_binds_by_reflection() => AssertBound(Context(Config).GetConfig<SampleConfig>());

    [Test]
    public void Configuration_binds_by_generated_code() =>
        AssertBound(Context(Config).GetConfig(SampleJsonContext.Default.SampleConfig));

    [Test]
    public void Names_are_compared_without_case_by_reflection() =>
        Assert.That(Context("""{"ACCOUNTsid": "AC1"}""").GetConfig<SampleConfig>().AccountSID, Is.EqualTo("AC1"));

    [TestCase("null")]
    [TestCase("5")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"accountSID": 5}""")]
    [TestCase("""{"accountSID": "AC1", "maxBodyBytes": "many"}""")]
    [TestCase("""{"accountSID": "AC1", "templates": [{"usageType": "", "content": "x"}]}""")]
    [TestCase("""{"accountSID": "AC1", "templates": [{"usageType": "SignIn"}]}""")]
    public void Configuration_that_does_not_fit_is_a_JSON_error(string json)
    {
        Assert.That(() => Context(json).GetConfig<SampleConfig>(), Throws.InstanceOf<JsonException>());
        Assert.That(
            () => Context(json).GetConfig(SampleJsonContext.Default.SampleConfig),
            Throws.InstanceOf<JsonException>());
    }

    private static void AssertBound(SampleConfig config)
    {
        Assert.That((config.AccountSID, config.MaxBodyBytes), Is.EqualTo(("AC1", 7)));
        var templates = new SmsTemplateSet(config.Templates);
        var payload = new SmsPayload { Code = "123", Locale = "pt-BR" };
        Assert.That(templates.Render(UsageType.SignIn, payload), Is.EqualTo("123"));
        Assert.That(templates.Render(UsageType.Register, payload), Is.EqualTo("hi"));
    }

    private static ConnectorContext Context(string config) => new()
    {
        ConnectorName = "sample",
        Config = JsonElement.Parse(config),
        HttpClient = new HttpClient(),
        Logger = NullLogger.Instance,
        TimeProvider = TimeProvider.System,
        DataDirectory = Path.GetTempPath(),
    };
}
