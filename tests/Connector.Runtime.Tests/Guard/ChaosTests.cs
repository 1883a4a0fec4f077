using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Connector.Runtime.Tests.Embedding;

namespace Connector.Runtime.Tests.Guard;

/// <summary>A connector that goes wrong beside one that doesn't, in a real engine.</summary>
public sealed class ChaosTests
{
    private static readonly TestSendRequest Request = new() { Phone = "+14155550100" };

    private static readonly SendOutcome Failed =
        new SendOutcome.Unknown("The connector failed while sending; the message may have left.");

    private static readonly SendOutcome TimedOut =
        new SendOutcome.Unknown("The connector did not answer in time; the message may have left.");

    private static readonly SendOutcome Sent = new SendOutcome.Accepted("chaos");

    public static IEnumerable<TestCaseData> Faults =>
    [
        new("throws", Failed),
        new("returns-null", Failed),
        new("fails-twice", Failed),
        new("hangs", TimedOut),
        new("hangs-after-await", TimedOut),
        new("never-ends", TimedOut),
        new("blocks-its-cancellation", TimedOut),
        new("async-void", Sent),
        new("throws-on-a-thread", Sent),
        new("throws-on-the-pool", Sent),
        new("leaks-threads", Sent),
        new("allocates", Sent),
        new("floods-the-log", Sent),
    ];

    [OneTimeSetUp]
    public void SurviveExceptionsOfPlugins() => UnhandledPluginExceptions.Survive();

    [TestCaseSource(nameof(Faults))]
    public async Task A_fault_has_an_outcome_in_time_and_harms_no_other_connector(string fault, SendOutcome expected)
    {
        await using var host = await StartAsync(fault);

        var outcomes = new List<SendOutcome> { await SendAsync(host, "chaos"), await SendAsync(host, "chaos") };

        Assert.That(outcomes, Is.All.EqualTo(expected));
        Assert.That(await SendAsync(host, "good"), Is.InstanceOf<SendOutcome.Accepted>());
        Assert.That(host.LogText, Does.Not.Contain("4155550100"));
    }

    [TestCase("async-void")]
    [TestCase("throws-on-a-thread")]
    [TestCase("throws-on-the-pool")]
    public async Task An_exception_that_nothing_handles_is_told_of_its_plugin_and_quarantines_it(string fault)
    {
        await using var host = await StartAsync(fault);

        for (var i = 0; i < 3; i++)
        {
            await SendAsync(host, "chaos");
        }

        await host.UntilLoggedAsync(2280);
        var plugin = host.Get<PluginCatalog>().Find("chaos-connector")!;
        Assert.That((plugin.State, plugin.Problems[0].Code), Is.EqualTo(
            (PluginState.Quarantined, "UNHANDLED_EXCEPTIONS")));
        Assert.That(host.LogText, Does.Contain("Plugin chaos-connector threw InvalidOperationException"));
    }

    [Test]
    public async Task A_plugin_that_fails_again_and_again_is_quarantined_until_it_is_released()
    {
        await using var host = await StartAsync("throws");
        var catalog = host.Get<PluginCatalog>();
        var release = host.Get<PluginRelease>();
        var early = Assert.Throws<ConnectorRequestException>(() => release.Release("chaos-connector"))!;
        for (var i = 0; i < 10; i++)
        {
            await SendAsync(host, "chaos");
        }

        var quarantined = catalog.Find("chaos-connector")!;
        var meanwhile = await SendAsync(host, "chaos");
        var released = release.Release("chaos-connector");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early.Code, Is.EqualTo("plugin_not_quarantined"));
            Assert.That(quarantined.State, Is.EqualTo(PluginState.Quarantined));
            Assert.That(quarantined.Problems[0].Code, Is.EqualTo("REPEATED_FAULTS"));
            Assert.That(quarantined.Problems[0].Fix, Does.Contain("/api/v1/plugins/chaos-connector/release"));
            Assert.That(meanwhile, Is.EqualTo(new SendOutcome.Refused(RefusalReason.NotAttempted)
            {
                Detail = "The connector's plugin is quarantined.",
            }));
            Assert.That(released.State, Is.EqualTo(PluginState.Active));
            Assert.That(await SendAsync(host, "chaos"), Is.EqualTo(Failed), "it is called again");
            Assert.That(host.Log.GetSnapshot().Count(entry => entry.Id.Id == 2280), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task An_unknown_plugin_cannot_be_released()
    {
        await using var host = await StartAsync("none");

        Assert.That(
            () => host.Get<PluginRelease>().Release("chaos-conector"),
            Throws.TypeOf<ConnectorRequestException>().With.Message.Contains("chaos-connector"));
    }

    [Test]
    public async Task Calls_and_what_follows_their_awaits_run_on_the_plugins_threads()
    {
        await using var host = await StartAsync("none");

        Assert.That(
            await SendAsync(host, "chaos"), Is.EqualTo(new SendOutcome.Accepted("plugin chaos-connector")));
    }

    [Test]
    public async Task A_flood_of_log_entries_is_cut_short()
    {
        await using var host = await StartAsync("floods-the-log");

        await SendAsync(host, "chaos");

        Assert.That(
            host.Log.GetSnapshot().Count(entry => entry.Category == "Connector.chaos"), Is.InRange(500, 750));
    }

    [Test]
    public async Task A_connector_that_hangs_when_disposed_does_not_keep_the_host_from_stopping()
    {
        await using var host = await StartAsync("hangs-when-disposed");

        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.That(host.LogText, Does.Contain("Connector chaos did not end in time when it was disposed"));
    }

    [Test]
    public async Task An_application_without_a_worker_program_says_that_it_cannot_isolate()
    {
        await using var host = await StartAsync("none", more: """, "Isolation": "process" """);

        var connector = host.Get<ConnectorRegistry>().Find("chaos")!;
        Assert.That(connector.State, Is.EqualTo(ConnectorState.Failed));
        Assert.That(connector.Problems[0].Code, Is.EqualTo("ISOLATION_UNAVAILABLE"));
        Assert.That(await SendAsync(host, "good"), Is.InstanceOf<SendOutcome.Accepted>());
    }

    private static Task<EmbeddedHost> StartAsync(string fault, string more = "") => EmbeddedHost.StartAsync(
        $$"""
        { "ConnectorHost": {
            "Messages": { "SendTimeout": "00:00:01" },
            "Connectors": {
                "good": { "Plugin": "obliging", "Config": { "account": "AC1", "token": "t" } },
                "chaos": { "Plugin": "chaos-connector", "Config": { "fault": "{{fault}}" }{{more}} } } } }
        """,
        "Obliging", "ChaosConnector");

    private static async Task<SendOutcome> SendAsync(EmbeddedHost host, string connector)
    {
        var result = await host.Get<TestSender>()
            .TestConnectorAsync(connector, Request, CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(20));
        return result.Outcome;
    }
}
