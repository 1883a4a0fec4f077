using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>What becomes of stored messages, on both databases.</summary>
[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DeliveryTests(StorageProvider provider) : DeliveryFixture(provider)
{
    [Test]
    public async Task A_refusal_that_may_pass_is_tried_again_until_the_provider_takes_the_message()
    {
        var connector = new AnsweringConnector(Unavailable, Unavailable, Accepted);
        Engine.Add("test", connector);

        var message = await SettleAsync(Request);

        Assert.That((message.Status, message.Attempts.Count), Is.EqualTo(("accepted", 3)));
        Assert.That(
            message.Attempts.Select(attempt => attempt.Outcome), Is.EqualTo(["refused", "refused", "accepted"]));
        Assert.That(connector.Sent, Is.All.EqualTo(message.Id));
    }

    [Test]
    public async Task A_retry_does_not_come_before_the_provider_allows_it()
    {
        var wait = TimeSpan.FromMinutes(2);
        Engine.Add("test", new AnsweringConnector(
            new SendOutcome.Refused(RefusalReason.RateLimited) { RetryAfter = wait }, Accepted));

        var message = await SettleAsync(Request);

        Assert.That(message.Status, Is.EqualTo("accepted"));
        Assert.That(message.Attempts[1].StartedAt - message.Attempts[0].StartedAt, Is.GreaterThanOrEqualTo(wait));
    }

    [Test]
    public async Task A_retry_that_would_come_after_the_expiry_is_not_waited_for()
    {
        var connector = new AnsweringConnector(
            new SendOutcome.Refused(RefusalReason.RateLimited) { RetryAfter = TimeSpan.FromHours(1) });
        Engine.Add("test", connector);

        var message = await Engine.Messages.SendAsync(Request, CancellationToken.None);

        Assert.That(
            (message.Status, message.Reason, message.Retryable), Is.EqualTo(("refused", "rateLimited", true)));
        Assert.That(connector.Sent, Has.Count.EqualTo(1));
    }

    [TestCase(RefusalReason.Authentication)]
    [TestCase(RefusalReason.QuotaExhausted)]
    [TestCase(RefusalReason.UnsupportedDestination)]
    [TestCase(RefusalReason.ProviderUnavailable)]
    public async Task What_one_connector_refuses_for_itself_goes_to_another_at_once(RefusalReason reason)
    {
        Engine.Add("first", new AnsweringConnector(new SendOutcome.Refused(reason)), WithPriority(0));
        Engine.Add("second", new AnsweringConnector(Accepted), WithPriority(1));

        var message = await Engine.Messages.SendAsync(Request, CancellationToken.None);

        Assert.That((message.Status, message.Connector), Is.EqualTo(("accepted", "second")));
        Assert.That(message.Attempts.Select(attempt => attempt.Connector), Is.EqualTo(["first", "second"]));
    }

    [TestCase(RefusalReason.InvalidRecipient)]
    [TestCase(RefusalReason.OptedOut)]
    public async Task What_is_refused_for_the_recipient_s_sake_is_final(RefusalReason reason)
    {
        var second = new AnsweringConnector(Accepted);
        Engine.Add("first", new AnsweringConnector(new SendOutcome.Refused(reason)), WithPriority(0));
        Engine.Add("second", second, WithPriority(1));

        var message = await Engine.Messages.SendAsync(Request, CancellationToken.None);

        Assert.That((message.Status, message.Retryable), Is.EqualTo(("refused", false)));
        Assert.That(second.Sent, Is.Empty);
    }

    [Test]
    public async Task A_message_whose_request_names_a_connector_stays_with_it()
    {
        var second = new AnsweringConnector(Accepted);
        Engine.Add("first", new AnsweringConnector(new SendOutcome.Refused(RefusalReason.Authentication)));
        Engine.Add("second", second);

        var message = await Engine.Messages.SendAsync(Request with { Connector = "first" }, CancellationToken.None);

        Assert.That((message.Status, message.Reason), Is.EqualTo(("refused", "authentication")));
        Assert.That(second.Sent, Is.Empty);
    }

    [Test]
    public async Task Number_and_code_are_wiped_when_the_provider_has_the_message_and_never_before()
    {
        Engine.Add("test", new AnsweringConnector(Unavailable, Accepted));
        var accepted = await Engine.Messages.AcceptAsync(Request);

        Assert.That(await HasContentAsync(accepted.Message.Id), Is.True);
        await Engine.SettledAsync(accepted.Message.Id);
        Assert.That(await HasContentAsync(accepted.Message.Id), Is.False);
    }

    [Test]
    public async Task Content_is_kept_as_long_as_configured()
    {
        Engine.RuntimeOptions.Delivery.KeepContent = TimeSpan.FromHours(1);
        Engine.Add("test", new AnsweringConnector(Accepted));

        var message = await SettleAsync(Request);
        Assert.That(await HasContentAsync(message.Id), Is.True);
        Engine.Time.Advance(TimeSpan.FromHours(2));
        await Engine.Get<Retention>().TryRunOnceAsync();

        Assert.That(await HasContentAsync(message.Id), Is.False);
    }

    [Test]
    public async Task A_message_that_nobody_could_send_in_time_expires_and_is_never_sent()
    {
        Engine.Add("test", new AnsweringConnector(Accepted));
        var pinned = Request with { Connector = "test" };
        Engine.RuntimeOptions.Delivery.Concurrency = 1;
        var blocked = new ScriptedConnector(_ => new TaskCompletionSource<SendOutcome>().Task);
        Engine.Add("test", blocked, info => info with { Concurrency = 1 });
        await Engine.Messages.AcceptAsync(pinned);
        await blocked.Called;

        var late = await Engine.Messages.AcceptAsync(pinned with { ExpiresAt = Engine.Time.GetUtcNow().AddSeconds(5) });
        var message = await Engine.SettledAsync(late.Message.Id);

        Assert.That((message.Status, message.Attempts.Count), Is.EqualTo(("expired", 0)));
    }

    [Test]
    public async Task A_connector_sends_no_faster_than_its_rate()
    {
        var connector = new AnsweringConnector(Accepted);
        Engine.Add("test", connector, info => info with { Rate = 5 });

        var started = Engine.Time.GetUtcNow();
        var messages = new List<MessageResult>();
        for (var i = 0; i < 15; i++)
        {
            messages.Add((await Engine.Messages.AcceptAsync(Request)).Message);
        }

        var last = started;
        foreach (var message in messages)
        {
            var settled = await Engine.SettledAsync(message.Id);
            last = settled.Attempts[0].StartedAt > last ? settled.Attempts[0].StartedAt : last;
        }

        // Five at once, then five a second.
        Assert.That(last - started, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1.9)));
    }

    [Test]
    public async Task A_connector_that_may_send_few_at_a_time_goes_on_as_soon_as_one_has_arrived()
    {
        var connector = new AnsweringConnector(Accepted);
        Engine.Add("test", connector, info => info with { Concurrency = 2 });
        var started = Engine.Time.GetUtcNow();

        var messages = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Engine.Messages.AcceptAsync(Request)));
        foreach (var message in messages)
        {
            await Engine.StoodStillUntilSettledAsync(message.Message.Id);
        }

        Assert.That(connector.Sent, Has.Count.EqualTo(40).And.Unique);
        Assert.That(Engine.Time.GetUtcNow(), Is.EqualTo(started));
    }

    [Test]
    public async Task Every_message_of_many_is_sent_exactly_once()
    {
        const int count = 400;
        Engine.RuntimeOptions.Delivery.Concurrency = 20;
        var connector = new AnsweringConnector(Accepted);
        Engine.Add("test", connector);

        var messages = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Engine.Messages.AcceptAsync(Request)));
        foreach (var message in messages)
        {
            await Engine.SettledAsync(message.Message.Id);
        }

        Assert.That(connector.Sent, Has.Count.EqualTo(count).And.Unique);
    }

    private static Func<ConnectorInfo, ConnectorInfo> WithPriority(int priority) =>
        info => info with { Priority = priority };

    private async Task<bool> HasContentAsync(string id) => await Engine.Database.ReadAsync(
        session => session.ReadNumberAsync(
            "SELECT count(*) FROM messages WHERE id = $1 AND content IS NOT NULL", id)) == 1;
}
