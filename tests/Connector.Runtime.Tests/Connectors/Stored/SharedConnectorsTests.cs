using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Embedding;
using TestServers;

namespace Connector.Runtime.Tests.Connectors;

/// <summary>Two hosts on one database.</summary>
public sealed class SharedConnectorsTests
{
    private EmbeddedHost one;
    private EmbeddedHost two;

    [SetUp]
    public async Task Start()
    {
        var database = await (await SharedServers.PostgresOrIgnoreAsync()).CreateDatabaseAsync();
        one = await StoredHosts.StartAsync(database);
        two = await StoredHosts.StartAsync(database);
    }

    [TearDown]
    public async Task Stop()
    {
        foreach (var host in (EmbeddedHost?[])[one, two])
        {
            if (host is not null)
            {
                await host.StopAsync();
                await host.DisposeAsync();
            }
        }
    }

    [Test]
    public async Task Every_change_arrives_at_the_other_host()
    {
        await one.CreateAsync("mine");
        await two.UntilAsync("mine", info => info?.State == ConnectorState.Running);
        Assert.That(await two.TestAsync("mine"), Is.EqualTo("Accepted"));

        var changed = await two.ChangeAsync("mine", """{"weight":9,"config":{"token":"other"}}""");
        await one.UntilAsync("mine", info => info?.Revision == changed.Revision);
        Assert.That(one.Get<ConnectorRegistry>().Find("mine")!.Weight, Is.EqualTo(9));
        Assert.That(one.Config("mine").GetProperty("token").GetString(), Is.EqualTo("other"));

        await one.Get<StoredConnectors>().DeleteAsync("mine", StoredHosts.Anybody, CancellationToken.None);
        await two.UntilAsync("mine", info => info is null);

        await two.Get<StoredConnectors>().RollBackAsync(
            "mine", changed.Revision!.Value, StoredHosts.Anybody, CancellationToken.None);
        await one.UntilAsync("mine", info => info?.State == ConnectorState.Running);
        Assert.That(one.LogText + two.LogText, Does.Not.Contain(StoredHosts.Token));
    }

    [Test]
    public async Task A_change_arrives_although_its_hint_was_lost()
    {
        // One listener a topic: this one hears instead of the host.
        two.Get<Database>().Listen("connectors", () => { });

        await one.CreateAsync("mine");

        await two.UntilAsync("mine", info => info?.State == ConnectorState.Running);
    }

    [Test]
    public async Task Of_two_hosts_that_change_the_same_revision_one_does()
    {
        var created = await one.CreateAsync("mine");
        var terms = new ChangeTerms("key_1", [created.Revision!.Value]);

        var outcomes = await Task.WhenAll(((EmbeddedHost[])[one, two]).Select(async host =>
        {
            try
            {
                return (await host.ChangeAsync("mine", """{"weight":9}""", terms)).Revision;
            }
            catch (ConnectorRequestException refused) when (refused.Kind == ConnectorRequestKind.Changed)
            {
                return null;
            }
        }));

        Assert.That(outcomes.Count(revision => revision is null), Is.EqualTo(1));
    }

    [Test]
    public async Task No_change_is_lost_when_two_hosts_change_different_members_at_once()
    {
        await one.CreateAsync("mine");
        (EmbeddedHost Host, string Patch)[] changes =
        [
            (one, """{"weight":7}"""), (two, """{"priority":7}"""), (one, """{"rate":7}"""),
            (two, """{"concurrency":7}"""), (one, """{"config":{"text":"{{code}}"}}"""),
        ];

        var done = await Task.WhenAll(changes.Select(change => change.Host.ChangeAsync("mine", change.Patch)));

        var last = done.Max(info => info.Revision);
        foreach (var host in (EmbeddedHost[])[one, two])
        {
            await host.UntilAsync("mine", info => info?.Revision == last);
            var mine = host.Get<ConnectorRegistry>().Find("mine")!;
            Assert.That((mine.Weight, mine.Priority, mine.Rate, mine.Concurrency), Is.EqualTo((7, 7, 7, 7)));
            Assert.That(host.Config("mine").GetProperty("text").GetString(), Is.EqualTo("{{code}}"));
            Assert.That(host.Config("mine").GetProperty("token").GetString(), Is.EqualTo(StoredHosts.Token));
        }
    }

    [Test]
    public async Task Of_two_hosts_that_create_the_same_name_one_does()
    {
        var outcomes = await Task.WhenAll(((EmbeddedHost[])[one, two]).Select(async host =>
        {
            try
            {
                return (await host.CreateAsync("mine")).State.ToString();
            }
            catch (ConnectorRequestException refused)
            {
                return refused.Code;
            }
        }));

        Assert.That(outcomes, Is.EquivalentTo(new[] { "Running", "connector_exists" }));
        await Task.WhenAll(
            one.UntilAsync("mine", info => info?.State == ConnectorState.Running),
            two.UntilAsync("mine", info => info?.State == ConnectorState.Running));
    }
}
