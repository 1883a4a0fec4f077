using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Tests.Embedding;

namespace Connector.Runtime.Tests.Connectors;

/// <summary>What somebody edits and hasn't saved: checked and tested with the secrets that they can't see.</summary>
public sealed class ConnectorDraftsTests
{
    private const string Masked = """{ "account": "AC1", "token": "••••" }""";

    private static readonly TestSendRequest Request = new() { Phone = "+14155550100" };

    private EmbeddedHost host;

    private ConnectorDrafts Drafts => host.Get<ConnectorDrafts>();

    [SetUp]
    public async Task Start() => host = await StoredHosts.StartAsync(null, StoredHosts.Plugin, "Good");

    [TearDown]
    public async Task Stop()
    {
        await host.StopAsync();
        await host.DisposeAsync();
    }

    [Test]
    public async Task A_plugin_that_is_not_installed_is_refused()
    {
        var checking = await RefusalAsync(CheckAsync("mine", Masked, plugin: "nobody"));
        var testing = await RefusalAsync(TestAsync("mine", Masked, plugin: "nobody"));

        Assert.That((checking.Kind, checking.Code), Is.EqualTo((ConnectorRequestKind.NotFound, "plugin_not_found")));
        Assert.That(testing.Code, Is.EqualTo("plugin_not_found"));
    }

    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("null")]
    [TestCase("\"••••\"")]
    public async Task What_is_no_object_is_an_issue_and_no_failure(string config)
    {
        await host.CreateAsync("mine");

        Assert.That((await CheckAsync("mine", config)).Errors, Is.Not.Empty);
        Assert.That((await RefusalAsync(TestAsync("mine", config))).Code, Is.EqualTo("config_invalid"));
    }

    [Test]
    public async Task Every_issue_is_told_at_its_place_and_none_shows_the_secret()
    {
        await host.CreateAsync("mine");

        var check = await CheckAsync(
            "mine", """{ "account": "nonsense", "token": "••••", "retries": -1, "typo": true, "text": "no code" }""");

        Assert.That(
            check.Errors.Select(issue => issue.Pointer), Is.SupersetOf(["/account", "/retries", "/typo"]));
        Assert.That(check.Errors.Select(issue => issue.Message), Has.None.Contains(StoredHosts.Token));
    }

    [Test]
    public async Task A_secret_that_is_not_touched_counts_as_what_is_stored()
    {
        await host.CreateAsync("mine");

        Assert.That((await CheckAsync("mine", Masked)).Errors, Is.Empty);
        Assert.That((await TestAsync("mine", Masked)).Outcome, Is.InstanceOf<SendOutcome.Accepted>());
    }

    [Test]
    public async Task What_a_test_tells_never_holds_the_stored_secret()
    {
        await host.CreateAsync("mine");

        var failed = await TestAsync("mine", """{ "account": "AC0", "token": "••••" }""")
            .ContinueWith(sent => sent.Exception?.InnerException, TaskScheduler.Default);

        Assert.That(failed, Is.Not.Null, "the plugin refuses this account, and names the token");
        Assert.That(failed!.ToString(), Does.Not.Contain(StoredHosts.Token));
        Assert.That(host.LogText, Does.Not.Contain(StoredHosts.Token));
    }

    [Test]
    public async Task A_mask_that_stands_for_nothing_gets_no_secret_of_another_connector()
    {
        await host.CreateAsync("mine");

        var nameless = await CheckAsync("nobody", Masked);
        var ofAnotherPlugin = await CheckAsync("mine", """{ "token": "••••" }""", plugin: "good");

        Assert.That(nameless.Errors.Select(issue => issue.Pointer), Is.EqualTo(["/token"]));
        Assert.That(ofAnotherPlugin.Errors.Select(issue => issue.Pointer), Is.EqualTo(["/token"]));
        Assert.That((await RefusalAsync(TestAsync("nobody", Masked))).Code, Is.EqualTo("config_invalid"));
    }

    [Test]
    public async Task Nothing_of_a_draft_is_saved()
    {
        var created = await host.CreateAsync("mine");

        await CheckAsync("mine", """{ "account": "AC7", "token": "another" }""");
        await TestAsync("mine", """{ "account": "AC7", "token": "another" }""");

        Assert.That(host.Get<ConnectorRegistry>().Find("mine")!.Revision, Is.EqualTo(created.Revision));
        Assert.That(host.Config("mine").GetProperty("token").GetString(), Is.EqualTo(StoredHosts.Token));
    }

    [Test]
    public void Secrets_are_hidden_also_those_that_were_just_typed() =>
        Assert.That(Hide("obliging", """{ "account": "AC1", "token": "typed" }"""),
            Is.EqualTo("""{"account":"AC1","token":"••••"}"""));

    [Test]
    public void Without_a_schema_that_says_what_is_secret_nothing_is_shown() =>
        Assert.That(Hide("nobody", """{ "account": "AC1", "token": "typed" }"""), Is.EqualTo("{}"));

    private static async Task<ConnectorRequestException> RefusalAsync(Task request) =>
        (await Assert.ThrowsAsync<ConnectorRequestException>(() => request))!;

    private string Hide(string plugin, string config)
    {
        using var shown = JsonDocument.Parse(Drafts.Hide(plugin, JsonElement.Parse(config)).GetRawText());
        return JsonSerializer.Serialize(shown, JsonSerializerOptions.Web).Replace(
            "\\u2022", "•", StringComparison.OrdinalIgnoreCase);
    }

    private Task<ConfigCheck> CheckAsync(string name, string config, string plugin = "obliging") =>
        Drafts.CheckAsync(name, plugin, JsonElement.Parse(config), CancellationToken.None);

    private Task<TestSendResult> TestAsync(string name, string config, string plugin = "obliging") =>
        Drafts.TestAsync(name, plugin, JsonElement.Parse(config), Request, CancellationToken.None);
}
