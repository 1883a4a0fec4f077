using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using TestServers;

namespace Connector.Runtime.Tests.Delivery;

[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class IdempotencyTests(StorageProvider provider) : IAsyncDisposable
{
    private static readonly AcceptOptions Key = new() { IdempotencyKey = "8e03978e", Client = "key_1" };

    private static readonly SendRequest Request = new()
    {
        To = "+14155550100", UsageType = "SignIn", Payload = JsonElement.Parse("""{"code":"483920"}"""),
    };

    private readonly AnsweringConnector connector = new(new SendOutcome.Accepted("SM1"));

    private TestEngine engine;

    [SetUp]
    public async Task Open()
    {
        engine = new TestEngine(
            provider == StorageProvider.Postgres
                ? await (await SharedServers.PostgresOrIgnoreAsync()).CreateDatabaseAsync()
                : null);
        engine.Add("test", connector);
    }

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }
    }

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
        await engine.Messages.AcceptAsync(Request, Key);

        var error = await RefusalAsync(Request with { To = "+14155550101" }, Key);

        Assert.That((error.Code, error.Kind), Is.EqualTo(("idempotency_key_reused", ConnectorRequestKind.Invalid)));
        Assert.That(error.Message, Does.Not.Contain("4155550"));
    }

    [Test]
    public async Task The_same_request_again_is_the_same_message_with_the_first_answer()
    {
        var first = await engine.Messages.AcceptAsync(Request, Key);
        await engine.SettledAsync(first.Message.Id);

        var second = await engine.Messages.AcceptAsync(Request, Key);

        Assert.That((second.IsReplay, second.Message.Id), Is.EqualTo((true, first.Message.Id)));
        Assert.That(JsonSerializer.Serialize(second.Message), Is.EqualTo(JsonSerializer.Serialize(first.Message)));
        Assert.That(connector.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_many_at_once_one_is_stored_and_the_others_get_its_answer()
    {
        var all = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => engine.Messages.AcceptAsync(Request, Key)));

        Assert.That(all.Select(one => one.Message.Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(all.Count(one => !one.IsReplay), Is.EqualTo(1));
        await engine.SettledAsync(all[0].Message.Id);
        Assert.That(connector.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Keys_of_others_do_not_matter()
    {
        var first = await engine.Messages.AcceptAsync(Request, Key);
        var second = await engine.Messages.AcceptAsync(Request, Key with { Client = "key_2" });

        Assert.That(second.Message.Id, Is.Not.EqualTo(first.Message.Id));
    }

    [Test]
    public async Task After_a_day_the_key_is_free_again()
    {
        var first = await engine.Messages.AcceptAsync(Request, Key);
        await engine.SettledAsync(first.Message.Id);
        engine.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        var second = await engine.Messages.AcceptAsync(Request, Key);

        Assert.That((second.IsReplay, second.Message.Id == first.Message.Id), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task While_the_first_request_still_waits_for_its_answer_the_second_is_told_to_come_again()
    {
        var answer = new TaskCompletionSource<SendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new ScriptedConnector(_ => answer.Task);
        engine.Add("test", slow);
        var waiting = Key with { Wait = TimeSpan.FromSeconds(30) };
        var first = engine.Messages.AcceptAsync(Request, waiting);
        await slow.Called;

        var error = await RefusalAsync(Request, waiting);
        answer.SetResult(new SendOutcome.Accepted("SM1"));
        var reached = await first;
        var replay = await engine.Messages.AcceptAsync(Request, waiting);

        Assert.That((error.Code, error.IsTransient), Is.EqualTo(("idempotency_key_in_use", true)));
        Assert.That((reached.Message.Status, reached.HasWaited), Is.EqualTo(("accepted", true)));
        Assert.That((replay.IsReplay, replay.HasWaited, replay.Message.Status), Is.EqualTo((true, true, "accepted")));
    }

    private async Task<ConnectorRequestException> RefusalAsync(SendRequest request, AcceptOptions options) =>
        (await Assert.ThrowsAsync<ConnectorRequestException>(() => engine.Messages.AcceptAsync(request, options)))!;
}
