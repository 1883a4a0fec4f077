using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Tests.Delivery;

[TestFixtureSource(typeof(TestStore), nameof(TestStore.Providers))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReceiptBookTests(StorageProvider provider) : IAsyncDisposable
{
    private static readonly MessageStatus[] Reportable =
    [
        MessageStatus.Accepted,
        MessageStatus.Sent,
        MessageStatus.Delivered,
        MessageStatus.Undelivered,
        MessageStatus.Failed,
        MessageStatus.Canceled,
    ];

    private readonly ConnectorRuntimeOptions options = new();
    private TestStore store = null!;

    [SetUp]
    public async Task OpenAsync() => store = await TestStore.OpenAsync(provider);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Test]
    public async Task A_receipt_for_a_message_of_another_connector_has_no_effect()
    {
        var id = await store.AddAsync(connector: "other");

        var effect = await ApplyAsync(Receipt(MessageStatus.Delivered, id));

        Assert.That(effect, Is.EqualTo(ReceiptEffect.None));
        Assert.That((await store.ReadAsync(id)).Status, Is.EqualTo(MessageStatus.Accepted));
    }

    [Test]
    public async Task A_receipt_that_names_another_provider_id_has_no_effect()
    {
        var id = await store.AddAsync(providerId: "SM-other");

        Assert.That(await ApplyAsync(Receipt(MessageStatus.Failed, id)), Is.EqualTo(ReceiptEffect.None));
        Assert.That((await store.ReadAsync(id)).Status, Is.EqualTo(MessageStatus.Accepted));
    }

    [Test]
    public async Task A_receipt_repeated_at_the_address_of_another_message_has_no_effect_there()
    {
        await store.AddAsync(providerId: "SM1");
        var victim = await store.AddAsync(MessageStatus.Unknown, MessageWork.LookUp);

        Assert.That(await ApplyAsync(Receipt(MessageStatus.Delivered, victim)), Is.EqualTo(ReceiptEffect.None));
        Assert.That((await store.ReadAsync(victim)).Status, Is.EqualTo(MessageStatus.Unknown));
    }

    [Test]
    public async Task A_receipt_for_a_message_that_was_never_handed_over_has_no_effect()
    {
        var id = await store.AddAsync(MessageStatus.Queued, MessageWork.Send, attempt: 0);

        Assert.That(await ApplyAsync(Receipt(MessageStatus.Delivered, id)), Is.EqualTo(ReceiptEffect.None));
        Assert.That((await store.ReadAsync(id)).Work, Is.EqualTo(MessageWork.Send));
    }

    [TestCase("msg_nobody")]
    [TestCase("' OR 1=1 --")]
    public async Task A_receipt_for_a_message_that_does_not_exist_has_no_effect(string id)
    {
        var other = await store.AddAsync(providerId: "SM1");

        Assert.That(await ApplyAsync(Receipt(MessageStatus.Delivered, id)), Is.EqualTo(ReceiptEffect.None));
        Assert.That((await store.ReadAsync(other)).Status, Is.EqualTo(MessageStatus.Accepted));
    }

    [Test]
    public async Task A_provider_id_of_nobody_is_told_apart()
    {
        await store.AddAsync(providerId: "SM1", connector: "other");

        Assert.That(await ApplyAsync(Receipt(MessageStatus.Delivered)), Is.EqualTo(ReceiptEffect.NoMessage));
    }

    [Test]
    public async Task In_whatever_order_statuses_come_the_highest_counts_and_the_first_final_one_stays()
    {
        var random = new Random(20260102);
        for (var round = 0; round < 40; round++)
        {
            var id = await store.AddAsync(providerId: $"SM{round}");
            MessageStatus[] reports = [.. Enumerable.Range(0, 5).Select(_ => random.GetItems(Reportable, 1)[0])];
            foreach (var status in reports)
            {
                await ApplyAsync(Receipt(status, random.Next(2) == 0 ? id : null, $"SM{round}"));
            }

            var expected = reports.Append(MessageStatus.Accepted)
                .TakeWhile((_, index) => !reports.Take(index).Any(MessageStatuses.IsFinal))
                .Max();
            Assert.That(
                (await store.ReadAsync(id)).Status, Is.EqualTo(expected), string.Join(' ', reports));
        }
    }

    [Test]
    public async Task A_repeated_receipt_says_nothing_new()
    {
        var id = await store.AddAsync(providerId: "SM1");

        var effects = new[]
        {
            await ApplyAsync(Receipt(MessageStatus.Sent, id)),
            await ApplyAsync(Receipt(MessageStatus.Sent, id)),
            await ApplyAsync(Receipt(MessageStatus.Sent)),
        };

        Assert.That(effects, Is.EqualTo([ReceiptEffect.Moved, ReceiptEffect.None, ReceiptEffect.None]));
    }

    [Test]
    public async Task A_status_says_why_it_is_and_nothing_of_what_was_before_remains()
    {
        var id = await store.AddAsync(providerId: "SM1");

        await ApplyAsync(Receipt(MessageStatus.Sent, id));
        var sent = await store.ReadAsync(id);
        await ApplyAsync(Receipt(MessageStatus.Failed, id) with { Reason = "contentRejected", ProviderCode = "30007" });
        var failed = await store.ReadAsync(id);

        Assert.That((sent.Reason, sent.ProviderCode), Is.EqualTo(((string?)null, (string?)null)));
        Assert.That((failed.Reason, failed.ProviderCode), Is.EqualTo(("contentRejected", "30007")));
    }

    [TestCase(MessageStatus.Unknown, MessageWork.LookUp)]
    [TestCase(MessageStatus.Unknown, MessageWork.Send)]
    [TestCase(MessageStatus.Sending, MessageWork.Send)]
    public async Task A_receipt_settles_what_waits_to_be_looked_up_or_sent_again(
        MessageStatus status, MessageWork work)
    {
        var id = await store.AddAsync(status, (MessageWork)work);

        await ApplyAsync(Receipt(MessageStatus.Accepted, id));

        var message = await store.ReadAsync(id);
        Assert.That((message.Status, message.Work), Is.EqualTo((MessageStatus.Accepted, MessageWork.None)));
        Assert.That(message.ProviderMessageId, Is.EqualTo("SM1"));
        Assert.That(await store.HasContentAsync(id), Is.False);
    }

    [TestCase(MessageStatus.Failed, 1, MessageStatus.Sending)]
    [TestCase(MessageStatus.Failed, 2, MessageStatus.Failed)]
    [TestCase(MessageStatus.Delivered, 1, MessageStatus.Delivered)]
    public async Task An_earlier_attempt_that_failed_after_all_does_not_end_a_message_that_is_sent_again(
        MessageStatus status, int attempt, MessageStatus expected)
    {
        var id = await store.AddAsync(MessageStatus.Sending, MessageWork.Send, owner: 7, attempt: 2);

        await ApplyAsync(Receipt(status, id) with { Attempt = attempt });

        Assert.That((await store.ReadAsync(id)).Status, Is.EqualTo(expected));
    }

    [Test]
    public async Task What_is_to_be_kept_is_not_wiped()
    {
        options.Delivery.KeepContent = TimeSpan.FromDays(1);
        var id = await store.AddAsync(MessageStatus.Unknown, MessageWork.LookUp);

        await ApplyAsync(Receipt(MessageStatus.Delivered, id));

        Assert.That(await store.HasContentAsync(id));
    }

    [TestCase(MessageStatus.Undelivered, true)]
    [TestCase(MessageStatus.Failed, true)]
    [TestCase(MessageStatus.Accepted, false)]
    [TestCase(MessageStatus.Delivered, false)]
    public async Task What_may_be_sent_again_is_wiped_only_when_it_arrives(MessageStatus status, bool isKept)
    {
        options.Delivery.KeepFailedContent = true;
        var id = await store.AddAsync(MessageStatus.Unknown);

        await ApplyAsync(Receipt(status, id));

        Assert.That(await store.HasContentAsync(id), Is.EqualTo(isKept));
    }

    [Test]
    public async Task A_message_that_a_host_works_on_moves_and_stays_with_that_host()
    {
        var id = await store.AddAsync(MessageStatus.Sending, MessageWork.Send, owner: 7);

        await ApplyAsync(Receipt(MessageStatus.Delivered, id));

        var message = await store.ReadAsync(id);
        Assert.That(
            (message.Status, message.Work, message.Owner), Is.EqualTo((MessageStatus.Delivered, MessageWork.Send, 7L)));
        Assert.That(await store.HasContentAsync(id));
    }

    [Test]
    public async Task Hosts_that_apply_receipts_at_once_move_a_message_once_per_status()
    {
        Database[] databases = [store.Database, await store.OpenAnotherAsync()];
        for (var round = 0; round < 20; round++)
        {
            var id = await store.AddAsync(providerId: $"SM{round}");

            var effects = await Task.WhenAll(Enumerable.Range(0, 8).Select(host => Task.Run(() =>
                Book(databases[host % 2]).ApplyAsync(Receipt(MessageStatus.Delivered, id, $"SM{round}")))));

            Assert.That(effects.Count(effect => effect == ReceiptEffect.Moved), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Subscribers_hear_of_each_new_status_once()
    {
        await store.WriteAsync(
            "INSERT INTO webhooks (id, url, events, is_enabled, secret, created_at, updated_at) " +
            "VALUES ('wh_1', 'https://example.com', 0, 1, $1, 0, 0)",
            new byte[] { 1 });
        var id = await store.AddAsync(providerId: "SM1");

        foreach (var status in (MessageStatus[])[MessageStatus.Sent, MessageStatus.Sent, MessageStatus.Failed])
        {
            await ApplyAsync(Receipt(status, id));
        }

        Assert.That(await store.CountAsync("webhook_events"), Is.EqualTo(2));
    }

    private static ReceivedReceipt Receipt(
        MessageStatus status, string? messageId = null, string providerId = "SM1") =>
        new("twilio", messageId, providerId, status);

    private ReceiptBook Book(Database database) =>
        new(database, store.Events, new MessageWaiters(), Options.Create(options), store.Time);

    private Task<ReceiptEffect> ApplyAsync(ReceivedReceipt receipt) => Book(store.Database).ApplyAsync(receipt);
}
