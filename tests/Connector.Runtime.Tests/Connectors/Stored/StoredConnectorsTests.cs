using System.Text.Json;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Embedding;

namespace Connector.Runtime.Tests.Connectors;

public sealed class StoredConnectorsTests
{
    private EmbeddedHost host;

    [SetUp]
    public async Task Start() => host = await StoredHosts.StartAsync(null, StoredHosts.Plugin, "CtorThrows");

    [TearDown]
    public async Task Stop()
    {
        await host.StopAsync();
        await host.DisposeAsync();
    }

    [Test]
    public async Task A_connector_that_its_plugin_refuses_to_create_is_not_stored()
    {
        var refused = await RefusalAsync(host.Get<StoredConnectors>().CreateAsync(
            StoredHosts.Definition("mine", "AC0"), "key_1", CancellationToken.None));

        Assert.That(
            (refused.Kind, refused.Code), Is.EqualTo((ConnectorRequestKind.Invalid, "connector_not_activated")));
        Assert.That(refused.Message, Does.Contain("ACTIVATION_FAILED").And.Not.Contains(StoredHosts.Token));
        Assert.That(host.Get<ConnectorRegistry>().Find("mine"), Is.Null);
        Assert.That(await CountAsync("connector_revisions"), Is.Zero);
    }

    [Test]
    public async Task A_change_that_its_plugin_refuses_leaves_the_connector_serving_as_it_was()
    {
        var created = await host.CreateAsync("mine");

        var refused = await RefusalAsync(host.ChangeAsync("mine", """{"weight":9,"config":{"account":"AC0"}}"""));

        Assert.That(refused.Code, Is.EqualTo("connector_not_activated"));
        Assert.That(await host.TestAsync("mine"), Is.EqualTo("Accepted"));
        var mine = host.Get<ConnectorRegistry>().Find("mine")!;
        Assert.That((mine.Revision, mine.Weight, mine.Problems.Count), Is.EqualTo((created.Revision, 100, 0)));
        Assert.That(await CountAsync("connector_revisions"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_plugin_that_cant_be_loaded_is_told_with_its_problem()
    {
        var definition = StoredHosts.Definition("mine");
        definition["plugin"] = "ctor-throws";

        var refused = await RefusalAsync(
            host.Get<StoredConnectors>().CreateAsync(definition, "key_1", CancellationToken.None));

        Assert.That((refused.Kind, refused.Code), Is.EqualTo((ConnectorRequestKind.Conflict, "plugin_unusable")));
        Assert.That(await CountAsync("connectors"), Is.Zero);
    }

    [Test]
    public async Task A_connector_that_is_switched_off_is_checked_all_the_same_but_not_created()
    {
        var definition = StoredHosts.Definition("mine", "AC0");
        definition["enabled"] = false;
        var wrong = StoredHosts.Definition("wrong", "XX");
        wrong["enabled"] = false;

        var off = await host.Get<StoredConnectors>().CreateAsync(definition, "key_1", CancellationToken.None);
        var refused = await RefusalAsync(
            host.Get<StoredConnectors>().CreateAsync(wrong, "key_1", CancellationToken.None));

        Assert.That(off.State, Is.EqualTo(ConnectorState.Disabled));
        Assert.That(refused.Issues.Select(issue => issue.Pointer), Is.EqualTo(new[] { "/config/account" }));
    }

    [Test]
    public async Task What_another_host_stored_and_this_one_cant_activate_leaves_the_old_one_serving_and_says_so()
    {
        var created = await host.CreateAsync("mine");
        var stored = (await host.Get<ConnectorStore>().FindAsync("mine", CancellationToken.None))!;
        var broken = stored with
        {
            Revision = 77,
            Shown = stored.Shown with { Weight = 9 },
            Config = JsonElement.Parse("""{"account":"AC0","token":"t"}"""),
        };

        await host.Get<ConnectorRollout>().CatchUpAsync(broken, CancellationToken.None);
        await host.Get<ConnectorRollout>().CatchUpAsync(broken, CancellationToken.None);

        var mine = host.Get<ConnectorRegistry>().Find("mine")!;
        Assert.That(mine.Problems.Single().Code, Is.EqualTo("CONNECTOR_NOT_UPDATED"));
        Assert.That(mine.Problems[0].Cause, Does.Contain("77").And.Contain("ACTIVATION_FAILED"));
        Assert.That(
            (mine.State, mine.Weight, mine.Revision),
            Is.EqualTo((ConnectorState.Running, 100, created.Revision)));
        Assert.That(await host.TestAsync("mine"), Is.EqualTo("Accepted"));
        Assert.That(host.Log.GetSnapshot().Count(record => record.Id.Id == 2242), Is.EqualTo(1), "tried once");
    }

    [Test]
    public async Task The_next_change_mends_what_could_not_be_activated()
    {
        await host.CreateAsync("mine");
        var stored = (await host.Get<ConnectorStore>().FindAsync("mine", CancellationToken.None))!;
        var broken = stored with { Revision = 77, Config = JsonElement.Parse("""{"account":"AC0","token":"t"}""") };
        await host.Get<ConnectorRollout>().CatchUpAsync(broken, CancellationToken.None);

        await host.Get<ConnectorRollout>().CatchUpAsync(stored with { Revision = 78 }, CancellationToken.None);

        var mine = host.Get<ConnectorRegistry>().Find("mine")!;
        Assert.That((mine.Revision, mine.Problems.Count), Is.EqualTo((78L, 0)));
    }

    [Test]
    public async Task A_deleted_connector_is_disposed_and_its_plugin_no_longer_in_use()
    {
        await host.CreateAsync("mine");
        var during = host.Get<PluginCatalog>().Find("obliging")!.State;

        await host.Get<StoredConnectors>().DeleteAsync("mine", StoredHosts.Anybody, CancellationToken.None);

        var after = host.Get<PluginCatalog>().Find("obliging")!.State;
        await host.StopAsync();
        Assert.That((during, after), Is.EqualTo((PluginState.Active, PluginState.Available)));
        Assert.That(File.Exists(host.DataPath("connectors", "mine", "disposed")), Is.True);
    }

    [Test]
    public async Task Changes_that_nobody_waits_for_any_more_are_given_up_before_they_are_stored()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        Assert.That(
            () => host.Get<StoredConnectors>().CreateAsync(StoredHosts.Definition("mine"), "key_1", gone.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await CountAsync("connectors"), Is.Zero);
    }

    private static async Task<ConnectorRequestException> RefusalAsync(Task change) =>
        (await Assert.ThrowsAsync<ConnectorRequestException>(() => change))!;

    private Task<long> CountAsync(string table) => host.Get<Database>().ReadAsync(
        session => session.ReadNumberAsync($"SELECT count(*) FROM {table}"));
}
