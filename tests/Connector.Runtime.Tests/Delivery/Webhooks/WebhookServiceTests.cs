using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
internal sealed class WebhookServiceTests(StorageProvider provider) : EventTestCase(provider)
{
    [Test]
    public async Task Everything_wrong_is_told_at_once()
    {
        var fault = await Refused.ByAsync(() => Engine.Webhooks.CreateAsync(new WebhookSettings
        {
            Url = "ftp://example.com/",
            Events = ["message.delivered", "message.queued"],
            Description = new string('x', 201),
        }));

        Assert.That(fault.Code, Is.EqualTo("webhook_invalid"));
        Assert.That(
            fault.Issues.Select(issue => issue.Pointer),
            Is.EqualTo(new[] { "/url", "/events/1", "/description" }));
    }

    [TestCase("")]
    [TestCase("/events")]
    [TestCase("example.com")]
    [TestCase("https://")]
    [TestCase("https://user:secret@example.com/")]
    [TestCase("https://10.0.0.1/")]
    [TestCase("https://[fd00::1]/")]
    [TestCase("https://[::ffff:10.0.0.1]/")]
    [TestCase("https://169.254.169.254/latest/meta-data")]
    [TestCase("file:///etc/passwd")]
    public async Task An_address_that_can_not_be_used_is_refused(string url)
    {
        var fault = await Refused.ByAsync(() => Engine.SubscribeAsync(url));

        Assert.That(fault.Issues.Single().Pointer, Is.EqualTo("/url"));
        Assert.That(fault.Issues.Single().Message, Does.Not.Contain("secret"));
    }

    [Test]
    public async Task Plain_http_is_refused_unless_it_is_allowed()
    {
        Engine.Options.Delivery.Webhooks.AllowHttp = false;

        var fault = await Refused.ByAsync(
            () => Engine.SubscribeAsync("http://example.com/"));

        Assert.That(fault.Issues.Single().Message, Is.EqualTo("Must begin with https://."));
    }

    [Test]
    public async Task There_is_a_limit_to_how_many_there_can_be()
    {
        for (var count = 0; count < 100; count++)
        {
            await Engine.SubscribeAsync("https://example.com/");
        }

        var fault = await Refused.ByAsync(
            () => Engine.SubscribeAsync("https://example.com/"));

        Assert.That(fault.Code, Is.EqualTo("too_many_webhooks"));
    }

    [TestCase("whk_none")]
    [TestCase("")]
    public async Task A_webhook_that_does_not_exist_is_not_found(string id)
    {
        Func<Task>[] uses =
        [
            () => Engine.Webhooks.GetAsync(id, CancellationToken.None),
            () => Engine.Webhooks.ChangeAsync(id, new WebhookSettings()),
            () => Engine.Webhooks.DeleteAsync(id),
            () => Engine.Webhooks.RotateSecretAsync(id, TimeSpan.Zero),
            () => Engine.Tester.TestAsync(id, CancellationToken.None),
            () => Engine.ListAsync(id),
            () => Engine.Deliveries.ReplayAsync(id, "evt_1"),
        ];

        foreach (var use in uses)
        {
            Assert.That((await Refused.ByAsync(use)).Code, Is.EqualTo("webhook_not_found"));
        }
    }

    [TestCase("-00:00:01")]
    [TestCase("7.00:00:01")]
    public async Task Two_secrets_overlap_for_seven_days_at_most(string overlap)
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url);

        var fault = await Refused.ByAsync(
            () => Engine.Webhooks.RotateSecretAsync(webhook.Id, TimeSpan.Parse(overlap)));

        Assert.That(fault.Issues.Single().Pointer, Is.EqualTo("/keepOldFor"));
    }

    [Test]
    public async Task Only_what_is_given_changes()
    {
        var created = await Engine.Webhooks.CreateAsync(new WebhookSettings
        {
            Url = "https://example.com/a",
            Events = ["message.sent"],
            Description = "first",
        });
        Engine.Time.Advance(TimeSpan.FromMinutes(1));

        var moved = await Engine.Webhooks.ChangeAsync(
            created.Id, new WebhookSettings { Url = "https://example.com/b", Description = "" });

        Assert.That(moved.Url, Is.EqualTo("https://example.com/b"));
        Assert.That(moved.Events, Is.EqualTo(new[] { "message.sent" }));
        Assert.That(moved.Description, Is.Null);
        Assert.That(moved.Enabled);
        Assert.That(moved.UpdatedAt - moved.CreatedAt, Is.EqualTo(TimeSpan.FromMinutes(1)));
        Assert.That(
            (await Engine.Webhooks.ChangeAsync(created.Id, new WebhookSettings { Events = [] })).Events, Is.Empty);
    }

    [Test]
    public async Task An_event_of_another_webhook_can_not_be_replayed()
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url, "message.sent");
        var other = await Engine.SubscribeAsync(Receiver.Url);
        await Engine.TellAsync();
        var eventId = (await Engine.OnlyDeliveryAsync(other.Id)).EventId;

        var fault = await Refused.ByAsync(
            () => Engine.Deliveries.ReplayAsync(webhook.Id, eventId));

        Assert.That(fault.Code, Is.EqualTo("delivery_not_found"));
    }

    [Test]
    public async Task Nothing_is_replayed_to_a_webhook_that_is_switched_off()
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        await Engine.TellAsync();
        var eventId = (await Engine.OnlyDeliveryAsync(webhook.Id)).EventId;
        await Engine.Webhooks.ChangeAsync(webhook.Id, new WebhookSettings { Enabled = false });

        var fault = await Refused.ByAsync(
            () => Engine.Deliveries.ReplayAsync(webhook.Id, eventId));

        Assert.That(fault.Code, Is.EqualTo("webhook_disabled"));
    }

    [Test]
    public async Task What_arrived_can_be_sent_again_under_its_id()
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        await Engine.TellAsync();
        await Engine.RunRoundAsync();
        var first = await Receiver.NextAsync();
        Engine.Time.Advance(TimeSpan.FromMinutes(1));

        await Engine.Deliveries.ReplayAsync(webhook.Id, first.Id);
        await Engine.RunRoundAsync();

        var again = await Receiver.NextAsync();
        Assert.That((again.Id, again.Text), Is.EqualTo((first.Id, first.Text)));
        Assert.That(long.Parse(again.Timestamp) - long.Parse(first.Timestamp), Is.EqualTo(60));
    }

    [Test]
    public async Task Pages_follow_each_other_from_the_newest_to_the_oldest()
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        for (var count = 0; count < 5; count++)
        {
            await Engine.TellAsync();
            Engine.Time.Advance(TimeSpan.FromMilliseconds(2));
        }

        var ids = new List<string>();
        for (string? after = null; ids.Count < 5; after = ids[^1])
        {
            var page = await Engine.Deliveries.ListAsync(
                webhook.Id, WebhookDeliveryStatus.Pending, limit: 2, after, CancellationToken.None);
            ids.AddRange(page.Select(delivery => delivery.EventId));
        }

        Assert.That(ids, Is.Ordered.Descending.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);
        Assert.That(
            await Engine.Deliveries.ListAsync(
                webhook.Id, WebhookDeliveryStatus.Failed, limit: 2, after: null, CancellationToken.None),
            Is.Empty);
    }

    [Test]
    public async Task Events_are_deleted_when_they_are_as_old_as_messages_get()
    {
        await Engine.SubscribeAsync(Receiver.Url);
        for (var count = 0; count < 450; count++)
        {
            await Engine.TellAsync();
        }

        Engine.Time.Advance(Engine.Options.Delivery.KeepMessages + TimeSpan.FromSeconds(1));
        await Engine.TellAsync();
        await Engine.Upkeep.RunAsync(CancellationToken.None);

        Assert.That(await Engine.CountAsync("webhook_events"), Is.EqualTo(1));
        Assert.That(await Engine.CountAsync("webhook_deliveries"), Is.EqualTo(1));
    }
}
