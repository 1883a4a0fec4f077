using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>Several hosts, some of which die.</summary>
[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
internal sealed class SharedOutboxTests(StorageProvider provider) : EventTestCase(provider)
{
    private EventsEngine other;

    [SetUp]
    public async Task OpenOther() => other = await Engine.OpenSiblingAsync();

    [TearDown]
    public async Task CloseOther()
    {
        if (other is not null && !ReferenceEquals(other.Database, Engine.Database))
        {
            await other.DisposeAsync();
        }
    }

    [Test]
    public async Task What_a_host_had_when_it_died_another_sends_after_the_lease()
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        await Engine.TellAsync();
        Assert.That(await other.Outbox.ClaimAsync(webhook.Id, 10), Has.Count.EqualTo(1));

        await Engine.RunRoundAsync();
        Assert.That(Receiver.Waiting, Is.Zero, "the other host may still be at it");

        Engine.Time.Advance(WebhookOutbox.Lease);
        await Engine.RunRoundAsync();
        Assert.That(Receiver.Waiting, Is.EqualTo(1));
        Assert.That((await Engine.OnlyDeliveryAsync(webhook.Id)).Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task A_host_that_was_thought_dead_can_not_write_over_what_another_found()
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        await Engine.TellAsync();
        var late = (await other.Outbox.ClaimAsync(webhook.Id, 10)).Single();
        Engine.Time.Advance(WebhookOutbox.Lease);
        await Engine.RunRoundAsync();

        await other.Outbox.EndAsync(late, WebhookAnswer.Failed(WebhookErrors.Timeout));

        var delivery = await Engine.OnlyDeliveryAsync(webhook.Id);
        Assert.That((delivery.Status, delivery.HttpStatus), Is.EqualTo(("delivered", 204)));
    }

    [Test]
    public async Task Two_hosts_send_each_event_once()
    {
        const int Count = 100;
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Engine.TellAsync()));

        for (var round = 0; round < Count; round++)
        {
            await Task.WhenAll(Engine.RunRoundAsync(), other.RunRoundAsync());
        }

        var ids = new List<string>();
        while (Receiver.Waiting > 0)
        {
            ids.Add((await Receiver.NextAsync()).Id);
        }

        Assert.That(ids, Has.Count.EqualTo(Count).And.Unique);
        var deliveries = await Engine.ListAsync(webhook.Id);
        Assert.That(deliveries.Select(delivery => delivery.Status), Has.All.EqualTo("delivered"));
    }

    [Test]
    public async Task A_webhook_that_one_host_adds_is_known_to_the_others()
    {
        await other.Reader.RefreshAsync(CancellationToken.None);
        Assert.That(other.Events.Wants(MessageStatus.Sent), Is.False);
        await Engine.SubscribeAsync(Receiver.Url, "message.sent");

        // What a notification, or with PostgreSQL a second that passed, makes the other host do.
        other.Upkeep.ForgetSubscriptions();
        await other.RunRoundAsync();

        Assert.That(other.Events.Wants(MessageStatus.Sent));
        Assert.That(other.Events.Wants(MessageStatus.Failed), Is.False);
    }
}
