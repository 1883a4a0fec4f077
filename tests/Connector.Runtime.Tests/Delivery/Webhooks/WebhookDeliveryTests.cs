using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
internal sealed class WebhookDeliveryTests(StorageProvider provider) : EventTestCase(provider)
{
    [Test]
    public async Task A_receiver_that_hangs_is_given_up_after_fifteen_seconds()
    {
        Receiver.Answer = _ => WebhookReceiver.Hang;
        var webhook = await StartAsync();
        await Receiver.NextAsync();

        Engine.Time.Advance(TimeSpan.FromSeconds(15));
        await Engine.Rounds.FinishAsync();

        var delivery = await Engine.OnlyDeliveryAsync(webhook.Id);
        Assert.That((delivery.Status, delivery.Error), Is.EqualTo(("pending", "timeout")));
    }

    [TestCase(WebhookReceiver.Reset, "connectionLost")]
    [TestCase("no status", "invalidAnswer")]
    public async Task A_receiver_that_breaks_off_is_told_by_a_word(string answer, string error)
    {
        Receiver.Answer = _ => answer;
        var webhook = await StartAsync();
        await Engine.Rounds.FinishAsync();

        var delivery = await Engine.OnlyDeliveryAsync(webhook.Id);
        Assert.That((delivery.Status, delivery.Error), Is.EqualTo(("pending", error)));
    }

    [Test]
    public async Task A_receiver_that_is_not_there_is_told_by_a_word()
    {
        await Receiver.DisposeAsync();
        var webhook = await StartAsync();
        await Engine.Rounds.FinishAsync();

        Assert.That((await Engine.OnlyDeliveryAsync(webhook.Id)).Error, Is.EqualTo("connectionFailed"));
    }

    [TestCase("301 Moved Permanently")]
    [TestCase("302 Found")]
    [TestCase("307 Temporary Redirect")]
    [TestCase("308 Permanent Redirect")]
    public async Task A_redirection_is_not_followed(string status)
    {
        await using var target = new WebhookReceiver();
        Receiver.Answer = _ => $"{status}\r\nLocation: {target.Url}";
        var webhook = await StartAsync();
        await Engine.Rounds.FinishAsync();

        var delivery = await Engine.OnlyDeliveryAsync(webhook.Id);
        Assert.That(target.Waiting, Is.Zero);
        Assert.That(delivery.HttpStatus, Is.EqualTo(int.Parse(status[..3])));
        Assert.That(delivery.Status, Is.EqualTo("pending"));
    }

    [Test]
    public async Task A_receiver_that_answers_410_is_switched_off_until_somebody_switches_it_on()
    {
        Receiver.Answer = _ => "410 Gone";
        var webhook = await StartAsync();
        await Engine.Rounds.FinishAsync();

        var off = await Engine.Webhooks.GetAsync(webhook.Id, CancellationToken.None);
        Assert.That((off.Enabled, off.DisabledReason), Is.EqualTo((false, "gone")));
        Assert.That((await Engine.OnlyDeliveryAsync(webhook.Id)).Status, Is.EqualTo("failed"));
        Assert.That(Engine.Events.Wants(MessageStatus.Delivered), Is.False);

        var on = await Engine.Webhooks.ChangeAsync(webhook.Id, new WebhookSettings { Enabled = true });
        Assert.That((on.Enabled, on.DisabledReason), Is.EqualTo((true, (string?)null)));
        Assert.That(Engine.Events.Wants(MessageStatus.Delivered));
    }

    [Test]
    public async Task What_was_pending_waits_while_the_webhook_is_switched_off()
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        await Engine.TellAsync();
        await Engine.Webhooks.ChangeAsync(webhook.Id, new WebhookSettings { Enabled = false });
        await Engine.RunRoundAsync();
        Assert.That(Receiver.Waiting, Is.Zero);

        await Engine.Webhooks.ChangeAsync(webhook.Id, new WebhookSettings { Enabled = true });
        await Engine.RunRoundAsync();

        Assert.That(Receiver.Waiting, Is.EqualTo(1));
    }

    [Test]
    public async Task Nothing_is_sent_any_more_to_a_webhook_that_was_deleted()
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        await Engine.TellAsync();
        await Engine.Webhooks.DeleteAsync(webhook.Id);
        await Engine.RunRoundAsync();

        Assert.That(Receiver.Waiting, Is.Zero);
    }

    [Test]
    public async Task Retry_after_is_honoured()
    {
        Receiver.Answer = _ => "503 Service Unavailable\r\nRetry-After: 3600";
        var webhook = await StartAsync();
        await Engine.Rounds.FinishAsync();

        var delivery = await Engine.OnlyDeliveryAsync(webhook.Id);
        Assert.That(delivery.NextAttemptAt, Is.EqualTo(Engine.Time.GetUtcNow().AddHours(1)));
    }

    [Test]
    public async Task Retry_after_may_be_a_date()
    {
        Receiver.Answer = _ => $"429 Too Many Requests\r\nRetry-After: {Engine.Time.GetUtcNow().AddHours(2):R}";
        var webhook = await StartAsync();
        await Engine.Rounds.FinishAsync();

        var delivery = await Engine.OnlyDeliveryAsync(webhook.Id);
        Assert.That(delivery.NextAttemptAt, Is.EqualTo(Engine.Time.GetUtcNow().AddHours(2)));
    }

    [Test]
    public async Task After_ten_attempts_over_three_days_an_event_is_given_up_and_can_be_replayed()
    {
        Receiver.Answer = _ => "500 Internal Server Error";
        var webhook = await StartAsync();
        await Engine.Rounds.FinishAsync();
        var first = await Receiver.NextAsync();
        for (var attempt = 2; attempt <= 10; attempt++)
        {
            await WaitForNextAttemptAsync(webhook.Id);
            await Engine.RunRoundAsync();
            var again = await Receiver.NextAsync();
            Assert.That(again.Id, Is.EqualTo(first.Id));
            Assert.That(long.Parse(again.Timestamp), Is.GreaterThan(long.Parse(first.Timestamp)));
        }

        var failed = await Engine.OnlyDeliveryAsync(webhook.Id);
        Assert.That((failed.Status, failed.Attempts), Is.EqualTo(("failed", 10)));
        Assert.That(failed.NextAttemptAt, Is.Null);
        Assert.That(
            Engine.Time.GetUtcNow() - failed.CreatedAt, Is.InRange(TimeSpan.FromDays(2.7), TimeSpan.FromDays(3.6)));

        Receiver.Answer = _ => "200 OK";
        var replayed = await Engine.Deliveries.ReplayAsync(webhook.Id, failed.EventId);
        Assert.That(replayed.Status, Is.EqualTo("pending"));
        await Engine.RunRoundAsync();
        var last = await Receiver.NextAsync();
        Assert.That(last.Id, Is.EqualTo(first.Id));
        Assert.That(last.IsSignedWith(webhook.Secret!, Engine.Time.GetUtcNow()));
        Assert.That((await Engine.OnlyDeliveryAsync(webhook.Id)).Status, Is.EqualTo("delivered"));
    }

    [Test]
    public async Task Nothing_is_sent_again_before_its_time()
    {
        Receiver.Answer = _ => "500 Internal Server Error";
        await StartAsync();
        await Engine.Rounds.FinishAsync();
        await Receiver.NextAsync();

        Engine.Time.Advance(TimeSpan.FromSeconds(4));
        await Engine.RunRoundAsync();

        Assert.That(Receiver.Waiting, Is.Zero);
    }

    [Test]
    public async Task An_event_arrives_signed_with_what_became_of_the_message_and_nothing_private()
    {
        var webhook = await StartAsync();
        await Engine.Rounds.FinishAsync();
        var received = await Receiver.NextAsync();

        var delivery = await Engine.OnlyDeliveryAsync(webhook.Id);
        var data = received.Json.GetProperty("data");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(received.IsSignedWith(webhook.Secret!, Engine.Time.GetUtcNow()));
            Assert.That(received.Target, Is.EqualTo("/events"));
            Assert.That(received.Headers["Content-Type"], Is.EqualTo("application/json"));
            Assert.That(received.Headers.Keys, Has.None.EqualTo("traceparent"));
            Assert.That(received.Id, Is.EqualTo(delivery.EventId));
            Assert.That(received.Json.GetProperty("type").GetString(), Is.EqualTo("message.delivered"));
            Assert.That(
                received.Json.GetProperty("timestamp").GetDateTimeOffset(), Is.EqualTo(Engine.Time.GetUtcNow()));
            Assert.That(data.GetProperty("id").GetString(), Is.EqualTo(delivery.MessageId));
            Assert.That(data.GetProperty("status").GetString(), Is.EqualTo("delivered"));
            Assert.That(data.GetProperty("to").GetString(), Is.EqualTo("+1415•••0123"));
            Assert.That(received.Text, Does.Not.Contain(StoredMessages.Number).And.Not.Contain("req-1"));
            Assert.That((delivery.Status, delivery.HttpStatus, delivery.Attempts), Is.EqualTo(("delivered", 204, 1)));
        }
    }

    private async Task<Webhook> StartAsync()
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        await Engine.TellAsync();
        await Engine.Rounds.RunAsync(CancellationToken.None, CancellationToken.None);
        return webhook;
    }

    private async Task WaitForNextAttemptAsync(string webhookId)
    {
        var next = (await Engine.OnlyDeliveryAsync(webhookId)).NextAttemptAt!.Value;
        Engine.Time.Advance(next - Engine.Time.GetUtcNow());
    }
}
