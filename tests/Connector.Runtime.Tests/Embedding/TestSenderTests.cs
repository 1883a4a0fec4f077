using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Tests.Embedding;

public sealed class TestSenderTests
{
    private const string Settings = """
        { "ConnectorHost": { "Connectors": {
            "one": { "Plugin": "obliging", "Config": { "account": "AC1", "token": "t" } },
            "off": { "Plugin": "good", "Enabled": false } } } }
        """;

    private static readonly JsonElement GoodConfig =
        JsonElement.Parse("""{ "account": "AC1", "token": "s3cret", "retries": 1 }""");

    private static readonly TestSendRequest Request = new() { Phone = "1 415 555 0100" };

    [Test]
    public async Task A_test_shows_the_text_the_outcome_and_what_the_connector_logged()
    {
        await using var host = await EmbeddedHost.StartAsync(Settings, "Obliging", "Good");

        var result = await host.Get<TestSender>().TestPluginAsync(
            "obliging", GoodConfig, Request, CancellationToken.None);

        Assert.That(result.Outcome, Is.InstanceOf<SendOutcome.Accepted>());
        Assert.That((result.Text, result.Segmentation!.Value.Segments), Is.EqualTo(("Your code is 000000.", 1)));
        Assert.That(string.Join('\n', result.Log), Does.Contain("asked the provider")
            .And.Contains("[/retries] retries has no effect.").And.Contains("+1415•••0100").And.Not.Contains("s3cret"));
    }

    [Test]
    public async Task The_connector_of_a_test_is_disposed_and_its_data_stay_apart()
    {
        await using var host = await EmbeddedHost.StartAsync(Settings, "Obliging", "Good");

        await host.Get<TestSender>().TestPluginAsync("obliging", GoodConfig, Request, CancellationToken.None);

        Assert.That(File.Exists(host.DataPath("connectors", "obliging~test", "disposed")), Is.True);
        Assert.That(File.Exists(host.DataPath("connectors", "one", "disposed")), Is.False);
    }

    [Test]
    public async Task A_running_connector_can_be_tested_and_keeps_running()
    {
        await using var host = await EmbeddedHost.StartAsync(Settings, "Obliging", "Good");
        var sender = host.Get<TestSender>();

        await sender.TestConnectorAsync("one", Request, CancellationToken.None);
        var result = await sender.TestConnectorAsync("ONE", Request, CancellationToken.None);

        Assert.That(result.Log, Has.Some.Contains("[Information] asked the provider"));
    }

    [Test]
    public async Task Trying_a_plugin_that_is_switched_off_is_recorded()
    {
        await using var host = await EmbeddedHost.StartAsync(Settings, "Obliging", "Good");

        await host.Get<TestSender>().TestPluginAsync("good", JsonElement.Parse("{}"), Request, CancellationToken.None);

        Assert.That(host.LogText, Does.Contain("Plugin good, Disabled, runs because an administrator tries it out"));
    }

    [Test]
    public async Task A_wrong_configuration_sends_nothing_and_lists_every_place()
    {
        await using var host = await EmbeddedHost.StartAsync(Settings, "Obliging", "Good");

        var config = JsonElement.Parse("""{ "account": "XX", "text": "x" }""");

        var error = await RefusalAsync(host, "obliging", config, Request);

        Assert.That((error.Code, error.Kind), Is.EqualTo(("config_invalid", ConnectorRequestKind.Invalid)));
        Assert.That(error.Issues.Select(issue => issue.Pointer), Is.EquivalentTo(
            new[] { "/config/account", "/config/token", "/config/text" }));
    }

    [Test]
    public async Task What_is_no_object_is_a_wrong_configuration([Values("[]", "\"x\"", "null", "")] string config)
    {
        await using var host = await EmbeddedHost.StartAsync(Settings, "Obliging", "Good");
        var element = config.Length == 0 ? default : JsonElement.Parse(config);

        var check = await host.Get<ConfigChecker>().CheckAsync("obliging", element, CancellationToken.None);

        Assert.That(check.Errors, Is.EqualTo(new[] { new ConfigIssue("", "The configuration must be an object.") }));
    }

    [Test]
    public async Task A_wrong_number_and_usage_type_are_refused_together()
    {
        await using var host = await EmbeddedHost.StartAsync(Settings, "Obliging", "Good");

        var error = await RefusalAsync(
            host, "obliging", GoodConfig, new TestSendRequest { Phone = "nobody", UsageType = " " });

        Assert.That(error.Issues.Select(issue => issue.Pointer), Is.EqualTo(new[] { "/phone", "/usageType" }));
    }

    [TestCase("obligng", "plugin_not_found", "Did you mean obliging?")]
    [TestCase("ctor-throws", "plugin_unusable", "ACTIVATION_FAILED")]
    [TestCase("newer-contract", "plugin_unusable", "CONTRACT_TOO_NEW")]
    public async Task A_plugin_that_cannot_be_tested_is_refused_with_the_cause(string id, string code, string detail)
    {
        await using var host = await EmbeddedHost.StartAsync(Settings, "Obliging", "CtorThrows", "NewerContract");

        var error = await RefusalAsync(host, id, GoodConfig, Request);

        Assert.That(error.Code, Is.EqualTo(code));
        Assert.That(error.Message, Does.Contain(detail));
    }

    private static async Task<ConnectorRequestException> RefusalAsync(
        EmbeddedHost host, string plugin, JsonElement config, TestSendRequest request) =>
        (await Assert.ThrowsAsync<ConnectorRequestException>(
            () => host.Get<TestSender>().TestPluginAsync(plugin, config, request, CancellationToken.None)))!;
}
