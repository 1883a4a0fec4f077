using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Storage;
using Microsoft.Extensions.Logging.Testing;

namespace Connector.Runtime.Tests.Delivery;

[TestFixtureSource(typeof(TestStore), nameof(TestStore.Providers))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MessageCancellationTests(StorageProvider provider) : IAsyncDisposable
{
    private readonly FakeLogger<MessageCancellation> log = new();
    private TestStore store = null!;

    [SetUp]
    public async Task OpenAsync() => store = await TestStore.OpenAsync(provider);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Test]
    public async Task An_unknown_message_is_nobody() =>
        Assert.That(await CancelAsync("msg_nobody"), Is.Null);

    [TestCase(MessageStatus.Sending, 1, 7)]
    [TestCase(MessageStatus.Unknown, 2, 0)]
    [TestCase(MessageStatus.Unknown, 1, 0)]
    [TestCase(MessageStatus.Unknown, 0, 0)]
    [TestCase(MessageStatus.Accepted, 0, 0)]
    [TestCase(MessageStatus.Delivered, 0, 0)]
    [TestCase(MessageStatus.Refused, 0, 0)]
    [TestCase(MessageStatus.Expired, 0, 0)]
    public async Task What_may_have_left_or_has_an_end_stays_as_it_is(MessageStatus status, int work, long owner)
    {
        var id = await store.AddAsync(status, (MessageWork)work, owner: owner);

        var result = await CancelAsync(id);

        Assert.That((result?.IsCanceled, result?.Message.Status), Is.EqualTo((false, MessageStatuses.NameOf(status))));
        var message = await store.ReadAsync(id);
        Assert.That((message.Status, (int)message.Work, message.Owner), Is.EqualTo((status, work, owner)));
        Assert.That(await store.HasContentAsync(id));
        Assert.That(await store.CountAsync("audit"), Is.Zero);
    }

    [TestCase(MessageStatus.Queued, 0)]
    [TestCase(MessageStatus.Sending, 2)]
    public async Task A_message_that_waits_is_canceled_and_its_code_is_gone(MessageStatus status, long attempt)
    {
        var id = await store.AddAsync(status, MessageWork.Send, attempt: attempt);

        var result = await CancelAsync(id);

        Assert.That((result?.IsCanceled, result?.Message.Status), Is.EqualTo((true, "canceled")));
        var message = await store.ReadAsync(id);
        Assert.That((message.Status, message.Work), Is.EqualTo((MessageStatus.Canceled, MessageWork.None)));
        Assert.That((message.Reason, result?.Message.Reason), Is.EqualTo(((string?)null, (string?)null)));
        Assert.That(await store.HasContentAsync(id), Is.False);
    }

    [Test]
    public async Task Canceling_again_says_the_same_and_is_logged_once()
    {
        var id = await store.AddAsync(MessageStatus.Queued, MessageWork.Send);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CancelAsync(id))));

        Assert.That(results.Select(result => result?.IsCanceled), Is.All.True);
        Assert.That(log.Collector.Count, Is.EqualTo(1));
        Assert.That(
            await store.ReadNumberAsync(
                "SELECT count(*) FROM audit WHERE action = 'message.canceled' AND actor = 'key_1' AND subject = $1",
                id),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Of_canceling_and_sending_at_once_one_wins()
    {
        for (var round = 0; round < 20; round++)
        {
            var id = await store.AddAsync(MessageStatus.Queued, MessageWork.Send, attempt: 0);
            var canceling = Task.Run(() => CancelAsync(id));
            var taken = await store.Database.WriteAsync([new Statement(
                "UPDATE messages SET owner = 7, status = 1 WHERE id = $1 AND work <> 0 AND owner = 0", id)]);

            Assert.That((await canceling)?.IsCanceled, Is.EqualTo(taken[0] == 0));
        }
    }

    private Task<CanceledMessage?> CancelAsync(string id) =>
        new MessageCancellation(store.Database, store.Events, new MessageWaiters(), store.Time, log)
            .CancelAsync(id, "key_1");
}
