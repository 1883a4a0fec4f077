using Connector.Host.Configuration;
using NJsonSchema;

namespace Connector.Host.Tests.Configuration;

internal sealed class HostSchemaTests
{
    private const string Key =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEG6xyoTgiumo2BotUqk5Fvt4iThRz"
        + "fNyYJ8a+u+KCpfdR1qTJXGLY8izM6D/OvuTNCIL0s6LW41C5SK7Z32vVWg==";

    private const string Full = $$"""
        { "Logging": { "LogLevel": { "Default": "Warning" } },
          "ConnectorHost": {
            "Plugins": { "Path": "plugins", "ActivationTimeout": "00:00:10", "Integrity": "Signed",
                         "LockFile": "plugins.lock.json", "RevocationsFile": "plugins.revoked.json",
                         "TrustedKeys": { "acme": "{{Key}}" }, "Reload": true, "SettleTime": "00:00:01" },
            "Connectors": { "twilio": { "Plugin": "twilio-sms", "Enabled": true, "Countries": ["ES"], "Weight": 1,
                                        "Priority": 2, "Config": { "accountSID": "AC" } } },
            "DataPath": "data", "SecretsPath": "secrets",
            "Security": { "BootstrapKey": "twenty-four-characters-or-more" },
            "Messages": { "Lifetime": "00:10:00", "SendTimeout": "00:00:10", "UsageTypes": ["Pay"] },
            "Storage": { "Provider": "Sqlite", "ConnectionString": "Data Source=data/own.db" },
            "Delivery": { "Engine": "Database", "Concurrency": 10, "MaxBacklog": 100, "ResendUnknown": "Never",
                          "RetryDelay": "00:00:01", "MaxRetryDelay": "00:01:00", "HostTimeout": "00:00:10",
                          "KeepContent": "00:00:00", "KeepFailedContent": true, "KeepMessages": "30.00:00:00",
                          "PublicUrl": "https://sms.example.com",
                          "RabbitMq": { "Uri": "amqp://u:p@127.0.0.1/", "Prefix": "c" } } } }
        """;

    private JsonSchema schema;

    [OneTimeSetUp]
    public async Task ReadSchema() =>
        schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "connector-host.schema.json"));

    [TestCase("""{"ConnectorHost":{"Conectors":{}}}""")]
    [TestCase("""{"ConnectorHost":{"Plugins":{"Pth":"x"}}}""")]
    [TestCase("""{"ConnectorHost":{"Plugins":{"ActivationTimeout":"10"}}}""")]
    [TestCase("""{"ConnectorHost":{"Plugins":{"Path":""}}}""")]
    [TestCase("""{"ConnectorHost":{"Plugins":{"Integrity":"Strict"}}}""")]
    [TestCase("""{"ConnectorHost":{"Plugins":{"LockFile":""}}}""")]
    [TestCase("""{"ConnectorHost":{"Plugins":{"TrustedKeys":["MFkw"]}}}""")]
    [TestCase("""{"ConnectorHost":{"Plugins":{"Reload":"yes"}}}""")]
    [TestCase("""{"ConnectorHost":{"Plugins":{"SettleTime":1}}}""")]
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
    [TestCase("""{"ConnectorHost":{"Storage":{"Provider":"MySql"}}}""")]
    [TestCase("""{"ConnectorHost":{"Delivery":{"Engine":"Kafka"}}}""")]
    [TestCase("""{"ConnectorHost":{"Delivery":{"Concurrency":0}}}""")]
    [TestCase("""{"ConnectorHost":{"Delivery":{"PublicUrl":"sms.example.com"}}}""")]
    [TestCase("""{"ConnectorHost":{"Delivery":{"RabbitMq":{"Uri":"http://x"}}}}""")]
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
        string[] engine = ["DataPath", "Plugins", "Connectors", "Messages", "Storage", "Delivery"];
        Assert.That(settings, Is.EquivalentTo(engine.Concat(KnownSettings.BesideTheEngine)));
    }
}
