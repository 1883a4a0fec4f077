using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
internal sealed class MessageEventsTests(StorageProvider provider) : EventTestCase(provider)
{
    [Test]
    public async Task Before_the_subscribers_are_known_nothing_is_lost_and_nothing_is_told_to_nobody()
    {
        await Engine.TellAsync();
        Assert.That(await Engine.CountAsync("webhook_events"), Is.Zero);

        await using var other = await Engine.OpenSiblingAsync();
        await other.SubscribeAsync(Receiver.Url);
        await Engine.TellAsync();

        Assert.That(await Engine.CountAsync("webhook_events"), Is.EqualTo(1));
    }

    [Test]
    public async Task Without_subscribers_there_is_nothing_to_write()
    {
        await Engine.Reader.RefreshAsync(CancellationToken.None);

        foreach (var status in Enum.GetValues<MessageStatus>())
        {
            Assert.That(Engine.Events.Wants(status), Is.False);
        }
    }

    [TestCase(MessageStatus.Queued)]
    [TestCase(MessageStatus.Sending)]
    public async Task What_has_not_become_of_a_message_yet_is_not_told(MessageStatus status)
    {
        await Engine.SubscribeAsync(Receiver.Url);

        Assert.That(Engine.Events.Wants(status), Is.False);
    }

    [Test]
    public async Task A_status_that_comes_too_late_is_not_told()
    {
        await Engine.SubscribeAsync(Receiver.Url);
        var id = await Engine.TellAsync(MessageStatus.Delivered);

        await Engine.MoveAsync(id, MessageStatus.Delivered);
        await Engine.MoveAsync(id, MessageStatus.Accepted);
        await Engine.MoveAsync(id, MessageStatus.Accepted, fence: null);

        Assert.That(await Engine.CountAsync("webhook_events"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_host_that_lost_the_message_tells_nothing()
    {
        await Engine.SubscribeAsync(Receiver.Url);
        var id = await Engine.AddMessageAsync();

        await Engine.MoveAsync(id, MessageStatus.Accepted, StoredMessages.Fence + 1);
        await Engine.Database.WriteAsync([new Statement("UPDATE messages SET owner = 0 WHERE id = $1", id)]);
        await Engine.MoveAsync(id, MessageStatus.Accepted);

        Assert.That(await Engine.CountAsync("webhook_events"), Is.Zero);
    }

    [Test]
    public async Task A_unit_that_fails_takes_its_event_with_it()
    {
        await Engine.SubscribeAsync(Receiver.Url);
        var id = await Engine.AddMessageAsync();
        var result = StoredMessages.Result(Engine, id, MessageStatus.Accepted);

        await Assert.CatchAsync(() => Engine.Database.WriteAsync(
        [
            .. Engine.Events.Record(result, MessageStatus.Accepted, StoredMessages.Fence),
            new Statement("INSERT INTO hosts (id, name, beat, started_at) VALUES (1, NULL, 0, 0)"),
        ]));

        Assert.That(await Engine.CountAsync("webhook_events"), Is.Zero);
        Assert.That(await Engine.CountAsync("webhook_deliveries"), Is.Zero);
    }

    [Test]
    public async Task Each_subscriber_is_told_what_it_asked_for()
    {
        var all = await Engine.SubscribeAsync(Receiver.Url);
        var some = await Engine.SubscribeAsync(Receiver.Url, "message.delivered", "message.failed");
        var others = await Engine.SubscribeAsync(Receiver.Url, "message.accepted");
        var off = await Engine.SubscribeAsync(Receiver.Url);
        await Engine.Webhooks.ChangeAsync(off.Id, new WebhookSettings { Enabled = false });

        var id = await Engine.TellAsync(MessageStatus.Delivered);

        Assert.That((await Engine.OnlyDeliveryAsync(all.Id)).MessageId, Is.EqualTo(id));
        Assert.That((await Engine.OnlyDeliveryAsync(some.Id)).Type, Is.EqualTo("message.delivered"));
        Assert.That(await Engine.ListAsync(others.Id), Is.Empty);
        Assert.That(await Engine.ListAsync(off.Id), Is.Empty);
        Assert.That(await Engine.CountAsync("webhook_events"), Is.EqualTo(1));
    }

    [Test]
    public async Task Every_status_has_its_kind_of_event()
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        foreach (var status in Enum.GetValues<MessageStatus>())
        {
            await Engine.TellAsync(status);
        }

        var types = (await Engine.ListAsync(webhook.Id)).Select(delivery => delivery.Type);

        Assert.That(types, Is.EquivalentTo(EventTypes.Names));
        Assert.That(EventTypes.Names, Is.EquivalentTo(new[]
        {
            "message.unknown", "message.accepted", "message.sent", "message.delivered", "message.undelivered",
            "message.refused", "message.failed", "message.expired", "message.canceled",
        }));
    }
}
