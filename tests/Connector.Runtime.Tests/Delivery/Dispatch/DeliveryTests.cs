using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using TestServers;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>What becomes of stored messages, on both databases.</summary>
[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DeliveryTests(StorageProvider provider) : IAsyncDisposable
{
    private static readonly SendOutcome Accepted = new SendOutcome.Accepted("SM1");
    private static readonly SendOutcome Unavailable = new SendOutcome.Refused(RefusalReason.ProviderUnavailable);
    private static readonly SendOutcome Lost = new SendOutcome.Unknown("Lost.");
    private static readonly SendOutcome NotThere = new SendOutcome.Refused(RefusalReason.NotAttempted);

    private static readonly SendRequest Request = new()
    {
        To = "+14155550100", UsageType = "SignIn", Payload = JsonElement.Parse("""{"code":"483920"}"""),
    };

    private TestEngine engine;

    [SetUp]
    public async Task Open() => engine = new TestEngine(
        provider == StorageProvider.Postgres
            ? await (await SharedServers.PostgresOrIgnoreAsync()).CreateDatabaseAsync()
            : null);

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }
    }

    [Test]
    public async Task A_refusal_that_may_pass_is_tried_again_until_the_provider_takes_the_message()
    {
        var connector = new AnsweringConnector(Unavailable, Unavailable, Accepted);
        engine.Add("test", connector);

        var message = await SettleAsync(Request);

        Assert.That((message.Status, message.Attempts.Count), Is.EqualTo(("accepted", 3)));
        Assert.That(message.Attempts.Select(attempt => attempt.Outcome), Is.EqualTo(["refused", "refused", "accepted"]));
        Assert.That(connector.Sent, Is.All.EqualTo(message.Id));
    }

    [Test]
    public async Task A_retry_does_not_come_before_the_provider_allows_it()
    {
        var wait = TimeSpan.FromMinutes(2);
        engine.Add("test", new AnsweringConnector(
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
        engine.Add("test", connector);

        var message = await engine.Messages.SendAsync(Request, CancellationToken.None);

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
        engine.Add("first", new AnsweringConnector(new SendOutcome.Refused(reason)), WithPriority(0));
        engine.Add("second", new AnsweringConnector(Accepted), WithPriority(1));

        var message = await engine.Messages.SendAsync(Request, CancellationToken.None);

        Assert.That((message.Status, message.Connector), Is.EqualTo(("accepted", "second")));
        Assert.That(message.Attempts.Select(attempt => attempt.Connector), Is.EqualTo(["first", "second"]));
    }

    [TestCase(RefusalReason.InvalidRecipient)]
    [TestCase(RefusalReason.OptedOut)]
    public async Task What_is_refused_for_the_recipient_s_sake_is_final(RefusalReason reason)
    {
        var second = new AnsweringConnector(Accepted);
        engine.Add("first", new AnsweringConnector(new SendOutcome.Refused(reason)), WithPriority(0));
        engine.Add("second", second, WithPriority(1));

        var message = await engine.Messages.SendAsync(Request, CancellationToken.None);

        Assert.That((message.Status, message.Retryable), Is.EqualTo(("refused", false)));
        Assert.That(second.Sent, Is.Empty);
    }

    [Test]
    public async Task A_message_whose_request_names_a_connector_stays_with_it()
    {
        var second = new AnsweringConnector(Accepted);
        engine.Add("first", new AnsweringConnector(new SendOutcome.Refused(RefusalReason.Authentication)));
        engine.Add("second", second);

        var message = await engine.Messages.SendAsync(Request with { Connector = "first" }, CancellationToken.None);

        Assert.That((message.Status, message.Reason), Is.EqualTo(("refused", "authentication")));
        Assert.That(second.Sent, Is.Empty);
    }

    [Test]
    public async Task A_message_that_the_provider_has_is_not_sent_again()
    {
        var connector = new LookupConnector([Lost], new SendOutcome.Unknown("Not yet."), Accepted);
        engine.Add("test", connector);

        var message = await SettleAsync(Request);

        Assert.That((message.Status, message.ProviderMessageId), Is.EqualTo(("accepted", "SM1")));
        Assert.That((connector.Sent.Count, connector.Asked.Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task The_provider_is_asked_about_the_time_when_the_message_was_sent()
    {
        var connector = new LookupConnector([Lost], Lost, Lost, Accepted);
        engine.Add("test", connector);

        var message = await SettleAsync(Request);

        Assert.That(
            connector.Asked.Select(query => query.AttemptedAt - message.CreatedAt),
            Is.All.LessThan(TimeSpan.FromSeconds(1)));
    }

    [TestCase(ResendUnknown.AfterLookup, "accepted", 2)]
    [TestCase(ResendUnknown.Always, "accepted", 2)]
    [TestCase(ResendUnknown.Never, "refused", 1)]
    public async Task What_the_provider_does_not_have_is_sent_again_unless_never(
        ResendUnknown policy, string status, int sent)
    {
        engine.RuntimeOptions.Delivery.ResendUnknown = policy;
        var connector = new LookupConnector([Lost, Accepted], NotThere);
        engine.Add("test", connector);

        Assert.That((await SettleAsync(Request)).Status, Is.EqualTo(status));
        Assert.That(connector.Sent, Has.Count.EqualTo(sent));
    }

    [TestCase(ResendUnknown.AfterLookup, "unknown", 1)]
    [TestCase(ResendUnknown.Never, "unknown", 1)]
    [TestCase(ResendUnknown.Always, "accepted", 2)]
    public async Task What_nobody_can_tell_is_sent_again_only_when_always(
        ResendUnknown policy, string status, int sent)
    {
        engine.RuntimeOptions.Delivery.ResendUnknown = policy;
        var connector = new LookupConnector([Lost, Accepted], Lost);
        engine.Add("test", connector);

        Assert.That((await SettleAsync(Request)).Status, Is.EqualTo(status));
        Assert.That((connector.Sent.Count, connector.Asked.Count), Is.EqualTo((sent, 6)));
    }

    [Test]
    public async Task Number_and_code_are_wiped_when_the_provider_has_the_message_and_never_before()
    {
        engine.Add("test", new AnsweringConnector(Unavailable, Accepted));
        var accepted = await engine.Messages.AcceptAsync(Request);

        Assert.That(await HasContentAsync(accepted.Message.Id), Is.True);
        await engine.SettledAsync(accepted.Message.Id);
        Assert.That(await HasContentAsync(accepted.Message.Id), Is.False);
    }

    [Test]
    public async Task Content_is_kept_as_long_as_configured()
    {
        engine.RuntimeOptions.Delivery.KeepContent = TimeSpan.FromHours(1);
        engine.Add("test", new AnsweringConnector(Accepted));

        var message = await SettleAsync(Request);
        Assert.That(await HasContentAsync(message.Id), Is.True);
        engine.Time.Advance(TimeSpan.FromHours(2));
        await engine.Get<Retention>().TryRunOnceAsync();

        Assert.That(await HasContentAsync(message.Id), Is.False);
    }

    [Test]
    public async Task A_message_that_nobody_could_send_in_time_expires_and_is_never_sent()
    {
        engine.Add("test", new AnsweringConnector(Accepted));
        var pinned = Request with { Connector = "test" };
        engine.RuntimeOptions.Delivery.Concurrency = 1;
        var blocked = new ScriptedConnector(_ => new TaskCompletionSource<SendOutcome>().Task);
        engine.Add("test", blocked, info => info with { Concurrency = 1 });
        await engine.Messages.AcceptAsync(pinned);
        await blocked.Called;

        var late = await engine.Messages.AcceptAsync(pinned with { ExpiresAt = engine.Time.GetUtcNow().AddSeconds(5) });
        var message = await engine.SettledAsync(late.Message.Id);

        Assert.That((message.Status, message.Attempts.Count), Is.EqualTo(("expired", 0)));
    }

    [Test]
    public async Task A_connector_sends_no_faster_than_its_rate()
    {
        var connector = new AnsweringConnector(Accepted);
        engine.Add("test", connector, info => info with { Rate = 5 });

        var started = engine.Time.GetUtcNow();
        var messages = new List<MessageResult>();
        for (var i = 0; i < 15; i++)
        {
            messages.Add((await engine.Messages.AcceptAsync(Request)).Message);
        }

        var last = started;
        foreach (var message in messages)
        {
            var settled = await engine.SettledAsync(message.Id);
            last = settled.Attempts[0].StartedAt > last ? settled.Attempts[0].StartedAt : last;
        }

        // Five at once, then five a second.
        Assert.That(last - started, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1.9)));
    }

    [Test]
    public async Task Every_message_of_many_is_sent_exactly_once()
    {
        const int count = 400;
        engine.RuntimeOptions.Delivery.Concurrency = 20;
        var connector = new AnsweringConnector(Accepted);
        engine.Add("test", connector);

        var messages = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => engine.Messages.AcceptAsync(Request)));
        foreach (var message in messages)
        {
            await engine.SettledAsync(message.Message.Id);
        }

        Assert.That(connector.Sent, Has.Count.EqualTo(count).And.Unique);
    }

    private static Func<ConnectorInfo, ConnectorInfo> WithPriority(int priority) =>
        info => info with { Priority = priority };

    private async Task<MessageResult> SettleAsync(SendRequest request) =>
        await engine.SettledAsync((await engine.Messages.AcceptAsync(request)).Message.Id);

    private async Task<bool> HasContentAsync(string id) => await engine.Database.ReadAsync(
        session => session.ReadNumberAsync(
            "SELECT count(*) FROM messages WHERE id = $1 AND content IS NOT NULL", id)) == 1;
}
