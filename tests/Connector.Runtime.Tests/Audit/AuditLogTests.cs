using Connector.Runtime.Audit;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Storage;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Tests.Audit;

[TestFixtureSource(typeof(TestStore), nameof(TestStore.Providers))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AuditLogTests(StorageProvider provider) : IAsyncDisposable
{
    private readonly FakeLogger<AuditLog> log = new();
    private TestStore store = null!;
    private AuditLog audit = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        store = await TestStore.OpenAsync(provider);
        audit = new AuditLog(store.Database, store.Opening, store.Time, log);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Test]
    public async Task Everything_that_is_wrong_with_a_request_is_told_at_once()
    {
        var fault = await Assert.ThrowsAsync<ConnectorRequestException>(
            () => audit.ListAsync("message.reveald", 201, "' OR 1 = 1", CancellationToken.None));

        Assert.That(
            fault!.Issues.Select(issue => issue.Pointer), Is.EqualTo((string[])["/action", "/limit", "/cursor"]));
        Assert.That(fault.Issues[0].Message, Does.Contain("Did you mean message.revealed?"));
    }

    [Test]
    public async Task An_entry_that_can_t_be_written_is_an_error_before_the_deed_and_logged_after_it()
    {
        var closed = new AuditLog(store.Database, store.Unopened(), store.Time, log);

        await Assert.ThrowsAsync<StorageException>(
            () => closed.WriteAsync("key_1", AuditActions.MessageRevealed, "msg_1"));
        Assert.That(log.Collector.Count, Is.Zero);
        await closed.WriteDoneAsync("key_1", AuditActions.PluginRemoved, "acme");

        Assert.That(log.LatestRecord.Message, Does.Contain("plugin.removed of acme by key_1"));
        Assert.That(await store.CountAsync("audit"), Is.Zero);
    }

    [Test]
    public async Task Pages_lead_through_all_entries_from_the_newest_to_the_oldest()
    {
        for (var number = 1; number <= 5; number++)
        {
            await audit.WriteAsync("key_1", AuditActions.WebhookCreated, $"whk_{number}");
            await audit.WriteAsync(actor: null, AuditActions.ConsoleSignedIn, subject: null);
            store.Time.Advance(TimeSpan.FromMilliseconds(1));
        }

        var first = await audit.ListAsync(AuditActions.WebhookCreated, 2, cursor: null, CancellationToken.None);
        var second = await audit.ListAsync(AuditActions.WebhookCreated, 2, first.Next, CancellationToken.None);
        var last = await audit.ListAsync(AuditActions.WebhookCreated, 2, second.Next, CancellationToken.None);
        var all = await audit.ListAsync(action: null, 10, cursor: null, CancellationToken.None);

        Assert.That(
            first.Entries.Concat(second.Entries).Concat(last.Entries).Select(entry => entry.Subject),
            Is.EqualTo((string[])["whk_5", "whk_4", "whk_3", "whk_2", "whk_1"]));
        Assert.That((last.Next, all.Next), Is.EqualTo(((string?)null, (string?)null)));
        Assert.That(all.Entries, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task An_entry_is_read_as_it_was_written()
    {
        var at = store.Time.GetUtcNow();
        await audit.WriteAsync("key_1", AuditActions.PluginInstalled, "acme", "1.2.0");

        var entry = (await audit.ListAsync(action: null, 1, cursor: null, CancellationToken.None)).Entries.Single();

        Assert.That(entry, Is.EqualTo(new AuditEntry
        {
            Id = entry.Id, At = at, Actor = "key_1", Action = "plugin.installed", Subject = "acme", Detail = "1.2.0",
        }));
    }

    [Test]
    public async Task Entries_go_after_a_year()
    {
        await audit.WriteAsync("key_1", AuditActions.KeyCreated, "old");
        store.Time.Advance(TimeSpan.FromDays(1));
        await audit.WriteAsync("key_1", AuditActions.KeyCreated, "young");
        store.Time.Advance(AuditLog.KeptFor - TimeSpan.FromHours(1));

        await new Retention(store.Database, Options.Create(new ConnectorRuntimeOptions()), store.Time)
            .TryRunOnceAsync();

        var left = await audit.ListAsync(action: null, 10, cursor: null, CancellationToken.None);
        Assert.That(left.Entries.Select(entry => entry.Subject), Is.EqualTo((string[])["young"]));
    }

    [Test]
    public async Task A_database_of_an_earlier_version_gets_the_log_and_keeps_its_messages()
    {
        var message = await store.AddAsync();
        await store.WriteAsync("DROP TABLE audit");
        var forgotten = await store.Database.WriteAsync(
            [new Statement("DELETE FROM schema_versions WHERE scriptname LIKE '%0005_audit.sql'")]);
        Assert.That(forgotten[0], Is.EqualTo(1));

        await store.OpenAgainAsync();

        Assert.That(await store.CountAsync("audit"), Is.Zero);
        Assert.That((await store.ReadAsync(message)).Id, Is.EqualTo(message));
    }
}
