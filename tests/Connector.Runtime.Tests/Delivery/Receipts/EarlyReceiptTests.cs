using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Storage;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Tests.Delivery;

[TestFixtureSource(typeof(TestStore), nameof(TestStore.Providers))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class EarlyReceiptTests(StorageProvider provider) : IAsyncDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(24);

    private TestStore store = null!;
    private EarlyReceipts early = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        store = await TestStore.OpenAsync(provider);
        early = NewHost();
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Test]
    public async Task A_receipt_waits_until_its_message_is_known()
    {
        await early.KeepAsync(Receipt(MessageStatus.Delivered));
        var before = await MatchAsync();
        var id = await store.AddAsync(providerId: "SM1");
        var after = await MatchAsync();

        Assert.That((before, after), Is.EqualTo((0, 1)));
        Assert.That((await store.ReadAsync(id)).Status, Is.EqualTo(MessageStatus.Delivered));
        Assert.That(await store.CountAsync("early_receipts"), Is.Zero);
    }

    [Test]
    public async Task A_message_of_another_connector_with_the_same_id_is_not_the_one()
    {
        await early.KeepAsync(Receipt(MessageStatus.Delivered));
        await store.AddAsync(providerId: "SM1", connector: "other");

        Assert.That(await MatchAsync(), Is.Zero);
    }

    [Test]
    public async Task The_reason_and_the_code_are_kept_with_it()
    {
        await early.KeepAsync(Receipt(MessageStatus.Failed) with { Reason = "optedOut", ProviderCode = "21610" });
        var id = await store.AddAsync(providerId: "SM1");
        await MatchAsync();

        var message = await store.ReadAsync(id);
        Assert.That((message.Reason, message.ProviderCode), Is.EqualTo(("optedOut", "21610")));
    }

    [Test]
    public async Task Repeated_receipts_wait_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => early.KeepAsync(Receipt(MessageStatus.Sent))));

        Assert.That(await store.CountAsync("early_receipts"), Is.EqualTo(1));
    }

    [Test]
    public async Task Without_any_there_is_nothing_to_look_at_and_what_an_earlier_run_left_is_found()
    {
        Assert.That(await early.AnyAsync(CancellationToken.None), Is.False);
        await early.KeepAsync(Receipt(MessageStatus.Sent));

        Assert.That(await early.AnyAsync(CancellationToken.None));
        Assert.That(await NewHost().AnyAsync(CancellationToken.None));
    }

    [Test]
    public async Task Old_ones_are_forgotten()
    {
        await early.KeepAsync(Receipt(MessageStatus.Sent));
        store.Time.Advance(Long);
        await early.KeepAsync(Receipt(MessageStatus.Delivered));

        var tooMany = await early.ForgetAsync(store.Time.GetUtcNow() - Long + TimeSpan.FromSeconds(1), capacity: 10);

        Assert.That(tooMany, Is.Zero);
        Assert.That(await store.CountAsync("early_receipts"), Is.EqualTo(1));
    }

    [Test]
    public async Task Beyond_what_may_wait_the_oldest_go()
    {
        for (var i = 0; i < 5; i++)
        {
            await early.KeepAsync(Receipt(MessageStatus.Sent) with { ProviderMessageId = $"SM{i}" });
            store.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(await early.ForgetAsync(DateTimeOffset.UnixEpoch, capacity: 3), Is.EqualTo(2));
        Assert.That(
            await store.ReadNumberAsync("SELECT count(*) FROM early_receipts WHERE provider_message_id = 'SM1'"),
            Is.Zero);
    }

    [Test]
    public async Task The_work_beside_serving_matches_them_and_ends_when_told_to()
    {
        using var stopping = new CancellationTokenSource();
        await early.KeepAsync(Receipt(MessageStatus.Delivered));
        var id = await store.AddAsync(providerId: "SM1");
        var work = new EarlyReceiptWork(early, store.Time, new FakeLogger<EarlyReceiptWork>());

        var running = work.RunAsync(stopping.Token);
        while (await store.CountAsync("early_receipts") > 0)
        {
            Assert.That(running.IsCompleted, Is.False);
            await Task.Yield();
        }

        await stopping.CancelAsync();
        await running;

        Assert.That((await store.ReadAsync(id)).Status, Is.EqualTo(MessageStatus.Delivered));
    }

    private static ReceivedReceipt Receipt(MessageStatus status) => new("twilio", MessageId: null, "SM1", status);

    private EarlyReceipts NewHost()
    {
        var options = Options.Create(new ConnectorRuntimeOptions());
        var book = new ReceiptBook(store.Database, store.Events, new MessageWaiters(), options, store.Time);
        return new EarlyReceipts(store.Database, book, store.Time);
    }

    private Task<int> MatchAsync() => early.MatchAsync(DateTimeOffset.UnixEpoch, CancellationToken.None);
}
