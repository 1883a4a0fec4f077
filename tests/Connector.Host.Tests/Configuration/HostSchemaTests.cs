using Connector.Host.Configuration;
using NJsonSchema;

namespace Connector.Host.Tests.Configuration;

internal sealed class HostSchemaTests
{
    private const string Full = """
        { "Logging": { "LogLevel": { "Default": "Warning" } },
          "ConnectorHost": {
            "Plugins": { "Path": "plugins", "ActivationTimeout": "00:00:10" },
            "Connectors": { "twilio": { "Plugin": "twilio-sms", "Enabled": true, "Countries": ["ES"], "Weight": 1,
                                        "Priority": 2, "Config": { "accountSID": "AC" } } },
            "DataPath": "data", "SecretsPath": "secrets",
            "Security": { "BootstrapKey": "twenty-four-characters-or-more" },
            "Messages": { "Lifetime": "00:10:00", "SendTimeout": "00:00:10", "UsageTypes": ["Pay"] } } }
        """;

    private JsonSchema schema;

    [OneTimeSetUp]
    public async Task ReadSchema() =>
        schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "connector-host.schema.json"));

    [TestCase("""{"ConnectorHost":{"Conectors":{}}}""")]
    [TestCase("""{"ConnectorHost":{"Plugins":{"Pth":"x"}}}""")]
    [TestCase("""{"ConnectorHost":{"Plugins":{"ActivationTimeout":"10"}}}""")]
    [TestCase("""{"ConnectorHost":{"Plugins":{"Path":""}}}""")]
    [TestCase("""{"ConnectorHost":{"Connectors":{"a b":{"Plugin":"sandbox"}}}}""")]
    [TestCase("""{"ConnectorHost":{"Connectors":{"a":{}}}}""")]
    [TestCase("""{"ConnectorHost":{"Connectors":{"a":{"Plugin":"Sandbox"}}}}""")]
    [TestCase("""{"ConnectorHost":{"Connectors":{"a":{"Plugin":"sandbox","Enabled":"yes"}}}}""")]
    [TestCase("""{"ConnectorHost":{"Connectors":{"a":{"Plugin":"sandbox","Weight":-1}}}}""")]
    [TestCase("""{"ConnectorHost":{"Connectors":{"a":{"Plugin":"sandbox","Priority":1001}}}}""")]
    [TestCase("""{"ConnectorHost":{"Connectors":{"a":{"Plugin":"sandbox","Countries":["ESP"]}}}}""")]
    [TestCase("""{"ConnectorHost":{"Connectors":{"a":{"Plugin":"sandbox","Wieght":1}}}}""")]
    [TestCase("""{"ConnectorHost":{"Security":{"BootstrapKey":"short"}}}""")]
    [TestCase("""{"ConnectorHost":{"Security":{"Key":"x"}}}""")]
    [TestCase("""{"ConnectorHost":{"Messages":{"Lifetime":600}}}""")]
    [TestCase("""{"ConnectorHost":{"Messages":{"UsageTypes":[""]}}}""")]
    [TestCase("""{"ConnectorHost":{"Messages":{"DefaultCountry":"ES"}}}""")]
    [TestCase("""{"ConnectorHost":{"Delivery":{"Webhooks":{"AllowedNetworks":["10.0.0.1"]}}}}""")]
    [TestCase("""{"ConnectorHost":{"Delivery":{"Webhooks":{"AllowHttp":"yes"}}}}""")]
    [TestCase("""{"ConnectorHost":{"Delivery":{"Webhooks":{"AllowHttps":true}}}}""")]
    [TestCase("""{"ConnectorHost":[]}""")]
    [TestCase("""{"ConectorHost":{}}""")]
    public void A_wrong_file_is_not_valid(string json)
    {
        Assert.That(schema.Validate(json), Is.Not.Empty);
    }

    [Test]
    public void A_file_with_every_setting_is_valid()
    {
        Assert.That(schema.Validate(Full), Is.Empty);
    }

    [Test]
    public void The_file_that_ships_is_valid()
    {
        Assert.That(
            schema.Validate(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))), Is.Empty);
    }

    [Test]
    public async Task The_host_starts_with_every_setting_that_the_schema_knows()
    {
        using var folder = new TempFolder();
        folder.Write("appsettings.json", Full);
        Directory.CreateDirectory(folder.At("plugins"));
        Directory.CreateDirectory(folder.At("secrets"));
        await using var app = TestHost.Create(folder.Path, []);

        await app.StartAsync();

        Assert.That(app.Urls, Is.Not.Empty);
        var settings = schema.Definitions["ConnectorHost"].Properties.Keys;
        string[] engine = ["DataPath", "Plugins", "Connectors", "Messages"];
        Assert.That(settings, Is.EquivalentTo(engine.Concat(KnownSettings.BesideTheEngine)));
    }
}
