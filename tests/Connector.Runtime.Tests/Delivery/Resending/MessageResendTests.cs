using Connector.Abstractions;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MessageResendTests(StorageProvider provider) : ResendFixture(provider)
{
    private static readonly AcceptOptions Key = new() { IdempotencyKey = "8e03978e", Client = "key_1" };

    [Test]
    public async Task A_message_that_nobody_knows_is_null()
    {
        Engine.Add("test", new AnsweringConnector(Accepted));
        await SettleAsync(Request);

        Assert.That(await Resend.FindAsync("msg_nobody", CancellationToken.None), Is.Null);
        Assert.That(await ResendAsync("msg_nobody"), Is.Null);
    }

    [Test]
    public async Task What_is_being_sent_is_not_sent_again()
    {
        var sending = new ScriptedConnector(_ => new TaskCompletionSource<SendOutcome>().Task);
        Engine.Add("test", sending);
        var id = (await Engine.Messages.AcceptAsync(Request)).Message.Id;
        await sending.Called;

        Assert.That((await RefusalAsync(id)).Message, Does.Contain("still works on it"));
    }

    [Test]
    public async Task A_connector_that_does_not_exist_is_refused_and_the_message_can_still_be_sent_again()
    {
        Engine.Add("test", new AnsweringConnector(Invalid, Accepted));
        var message = await SettleAsync(Request);

        Assert.That((await RefusalAsync(message.Id, "nobody")).Code, Is.EqualTo("connector_not_found"));

        Assert.That(await ResendAsync(message.Id), Is.Not.Null);
    }

    [Test]
    public async Task A_message_that_failed_is_sent_again_as_a_new_one_with_what_is_left_of_its_time()
    {
        var connector = new ScriptedConnector(_ => Task.FromResult(Invalid));
        Engine.Add("test", connector);
        var failed = await SettleAsync(Request with { ExpiresAt = Engine.Time.GetUtcNow().AddMinutes(5) });
        Engine.Time.Advance(TimeSpan.FromMinutes(1));
        Engine.Add("test", connector = ScriptedConnector.Answering(Accepted));

        var again = (await ResendAsync(failed.Id))!.Message;

        Assert.That((again.Id == failed.Id, again.Status), Is.EqualTo((false, "queued")));
        Assert.That((again.ExpiresAt, again.To, again.UsageType),
            Is.EqualTo((failed.ExpiresAt, failed.To, failed.UsageType)));
        Assert.That((await Engine.SettledAsync(again.Id)).Status, Is.EqualTo("accepted"));
        var received = connector.Received!.Value;
        Assert.That((received.Phone.E164, received.Payload.Code), Is.EqualTo(("+14155550100", "483920")));
        Assert.That(received.Payload.Delivery!.MessageId, Is.EqualTo(again.Id));
        Assert.That(await HasContentAsync(failed.Id) || await HasContentAsync(again.Id), Is.False);
    }

    [Test]
    public async Task The_audit_log_says_who_sent_what_again()
    {
        Engine.Add("test", new AnsweringConnector(Invalid, Accepted));
        var failed = await SettleAsync(Request);

        var again = (await Resend.ResendAsync(failed.Id, connector: null, Key, CancellationToken.None))!.Message;
        await Resend.ResendAsync(failed.Id, connector: null, Key, CancellationToken.None);

        var written = await Engine.Database.ReadAsync(session => session.QueryAsync(
            "SELECT actor, action, subject, detail FROM audit",
            reader => (reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3))));
        Assert.That(written, Is.EqualTo(
            (List<(string, string, string, string)>)[("key_1", "message.resent", failed.Id, again.Id)]));
    }

    [Test]
    public async Task An_unknown_outcome_can_be_sent_again_and_may_arrive_twice()
    {
        Engine.Add("test", new AnsweringConnector(Lost, Accepted));
        var message = await SettleAsync(Request);

        var state = await Resend.FindAsync(message.Id, CancellationToken.None);

        Assert.That(state, Is.EqualTo(new ResendState(Obstacle: null, MayArriveTwice: true)));
        Assert.That(await ResendAsync(message.Id), Is.Not.Null);
    }

    [Test]
    public async Task A_named_connector_sends_it_and_no_other()
    {
        var other = new AnsweringConnector(Accepted);
        Engine.Add("test", new AnsweringConnector(Invalid));
        Engine.Add("other", other, info => info with { Priority = 1 });
        var message = await SettleAsync(Request);

        var again = (await ResendAsync(message.Id, "other"))!.Message;
        await Engine.SettledAsync(again.Id);

        Assert.That((again.Connector, other.Sent), Is.EqualTo(("other", new[] { again.Id })));
    }

    [Test]
    public async Task Unless_another_is_named_it_stays_with_the_connector_that_its_caller_had_named()
    {
        var named = new AnsweringConnector(Invalid, Accepted);
        Engine.Add("test", new AnsweringConnector(Accepted));
        Engine.Add("named", named, info => info with { Priority = 1 });
        var message = await SettleAsync(Request with { Connector = "named" });

        Assert.That((await ResendAsync(message.Id))!.Message.Connector, Is.EqualTo("named"));
    }

    [Test]
    public async Task Of_many_who_send_it_again_at_once_one_does()
    {
        var connector = new AnsweringConnector(Invalid, Accepted);
        Engine.Add("test", connector);
        var message = await SettleAsync(Request);

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => TryResendAsync(message.Id))));

        Assert.That(all.Count(answer => answer is not null), Is.EqualTo(1));
        await Engine.SettledAsync(all.Single(answer => answer is not null)!.Message.Id);
        Assert.That(connector.Sent, Has.Count.EqualTo(2));
        Assert.That((await RefusalAsync(message.Id)).Code, Is.EqualTo("message_content_gone"));
    }

    [Test]
    public async Task A_successor_that_fails_too_can_be_sent_again()
    {
        Engine.Add("test", new AnsweringConnector(Invalid, Invalid, Accepted));
        var first = await SettleAsync(Request);
        var second = (await ResendAsync(first.Id))!.Message;
        await Engine.SettledAsync(second.Id);

        var third = (await ResendAsync(second.Id))!.Message;

        Assert.That((await Engine.SettledAsync(third.Id)).Status, Is.EqualTo("accepted"));
    }

    [Test]
    public async Task The_same_idempotency_key_gets_the_first_answer_also_at_once()
    {
        Engine.Add("test", new AnsweringConnector(Invalid, Accepted));
        var message = await SettleAsync(Request);

        var all = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => Task.Run(() => ResendAsync(message.Id, options: Key))));
        var later = await ResendAsync(message.Id, options: Key);

        Assert.That(all.Append(later).Select(answer => answer!.Message.Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(all.Count(answer => !answer!.IsReplay), Is.EqualTo(1));
    }

    [Test]
    public async Task A_key_that_stands_for_another_request_is_refused()
    {
        Engine.Add("test", new AnsweringConnector(Invalid, Invalid, Accepted));
        var first = await SettleAsync(Request);
        var second = await SettleAsync(Request);
        await ResendAsync(first.Id, options: Key);

        Assert.That((await RefusalAsync(second.Id, options: Key)).Code, Is.EqualTo("idempotency_key_reused"));
    }
}
