using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class IdempotencyTests(StorageProvider provider) : DeliveryFixture(provider)
{
    private static readonly AcceptOptions Key = new() { IdempotencyKey = "8e03978e", Client = "key_1" };

    private readonly AnsweringConnector connector = new(Accepted);

    [SetUp]
    public void Add() => Engine.Add("test", connector);

    [TestCase("")]
    [TestCase("a\nb")]
    [TestCase("clé")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var error = await RefusalAsync(Request, Key with { IdempotencyKey = key });

        Assert.That(error.Code, Is.EqualTo("idempotency_key_invalid"));
    }

    [Test]
    public async Task The_same_key_with_another_request_is_refused()
    {
        await Engine.Messages.AcceptAsync(Request, Key);

        var error = await RefusalAsync(Request with { To = "+14155550101" }, Key);

        Assert.That((error.Code, error.Kind), Is.EqualTo(("idempotency_key_reused", ConnectorRequestKind.Invalid)));
        Assert.That(error.Message, Does.Not.Contain("4155550"));
    }

    [Test]
    public async Task The_same_request_again_is_the_same_message_with_the_first_answer()
    {
        var first = await Engine.Messages.AcceptAsync(Request, Key);
        await Engine.SettledAsync(first.Message.Id);

        var second = await Engine.Messages.AcceptAsync(Request, Key);

        Assert.That((second.IsReplay, second.Message.Id), Is.EqualTo((true, first.Message.Id)));
        Assert.That(JsonSerializer.Serialize(second.Message), Is.EqualTo(JsonSerializer.Serialize(first.Message)));
        Assert.That(connector.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_many_at_once_one_is_stored_and_the_others_get_its_answer()
    {
        var all = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Engine.Messages.AcceptAsync(Request, Key)));

        Assert.That(all.Select(one => one.Message.Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(all.Count(one => !one.IsReplay), Is.EqualTo(1));
        await Engine.SettledAsync(all[0].Message.Id);
        Assert.That(connector.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Keys_of_others_do_not_matter()
    {
        var first = await Engine.Messages.AcceptAsync(Request, Key);
        var second = await Engine.Messages.AcceptAsync(Request, Key with { Client = "key_2" });

        Assert.That(second.Message.Id, Is.Not.EqualTo(first.Message.Id));
    }

    [Test]
    public async Task After_a_day_the_key_is_free_again()
    {
        var first = await Engine.Messages.AcceptAsync(Request, Key);
        await Engine.SettledAsync(first.Message.Id);
        Engine.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        var second = await Engine.Messages.AcceptAsync(Request, Key);

        Assert.That((second.IsReplay, second.Message.Id == first.Message.Id), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task While_the_first_request_still_waits_for_its_answer_the_second_is_told_to_come_again()
    {
        var answer = new TaskCompletionSource<SendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new ScriptedConnector(_ => answer.Task);
        Engine.Add("test", slow);
        var waiting = Key with { Wait = TimeSpan.FromSeconds(30) };
        var first = Engine.Messages.AcceptAsync(Request, waiting);
        await slow.Called;

        var error = await RefusalAsync(Request, waiting);
        answer.SetResult(new SendOutcome.Accepted("SM1"));
        var reached = await first;
        var replay = await Engine.Messages.AcceptAsync(Request, waiting);

        Assert.That((error.Code, error.IsTransient), Is.EqualTo(("idempotency_key_in_use", true)));
        Assert.That((reached.Message.Status, reached.HasWaited), Is.EqualTo(("accepted", true)));
        Assert.That((replay.IsReplay, replay.HasWaited, replay.Message.Status), Is.EqualTo((true, true, "accepted")));
    }

    private async Task<ConnectorRequestException> RefusalAsync(SendRequest request, AcceptOptions options) =>
        (await Assert.ThrowsAsync<ConnectorRequestException>(() => Engine.Messages.AcceptAsync(request, options)))!;
}
