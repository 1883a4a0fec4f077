using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>Messages that are in the database although the connection broke before it said so.</summary>
internal sealed class DoubtfulIntakeTests
{
    private static readonly SendRequest Request = new()
    {
        To = "+14155550123",
        UsageType = "SignIn",
        Payload = JsonSerializer.SerializeToElement(new { code = "123456" }),
    };

    private readonly AcceptOptions withKey = new() { IdempotencyKey = "key" };
    private JumpingClock clock;
    private TestEngine engine;

    [SetUp]
    public void StartEngine()
    {
        clock = new JumpingClock();
        engine = new TestEngine(time: clock);
        engine.Add("a", ScriptedConnector.Answering(new SendOutcome.Accepted("SM1")));
    }

    [TearDown]
    public async Task EndEngine() => await engine.DisposeAsync();

    [Test]
    public async Task Asked_for_again_by_its_key_it_is_sent()
    {
        var messages = engine.Messages;
        var message = await StoreAsync(hasKey: true);

        var again = await messages.AcceptAsync(Request, withKey);
        engine.Get<IntakeUndo>().Add(message.Id, hasKey: true);
        var settled = await clock.PassUntilAsync(engine.SettledAsync(again.Message.Id));

        Assert.That(again.IsReplay);
        Assert.That(again.Message.Id, Is.EqualTo(message.Id));
        Assert.That(settled.Status, Is.EqualTo("accepted"));
        Assert.That(settled.Attempts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Without_a_key_it_goes_because_its_caller_sends_it_again()
    {
        _ = engine.Messages;
        var message = await StoreAsync(hasKey: false);

        engine.Get<IntakeUndo>().Add(message.Id, hasKey: false);
        await clock.PassUntilAsync(IsGoneAsync(message.Id));

        Assert.That(engine.LogText, Does.Not.Contain(message.Id), "it was never sent");
    }

    /// <summary>Writes what the intake writes, and begins nothing.</summary>
    private async Task<Message> StoreAsync(bool hasKey)
    {
        var message = new MessageReader(engine.RuntimeOptions.Messages).Read(Request, clock.GetUtcNow());
        message.Connector = "a";
        var sealing = engine.Get<MessageSealing>();
        var stored = sealing.Seal(
            message, await sealing.HashAsync(message.To), isPinned: false, client: null, engine.Get<HostIdentity>().Id);
        var keys = engine.Get<IdempotencyKeys>();
        var fingerprint = await keys.FingerprintAsync(message, Request);
        await engine.Database.WriteAsync(hasKey
            ?
            [
                keys.Take("", withKey.IdempotencyKey!, fingerprint, message.ToQueued(), TimeSpan.Zero),
                stored.ToStatementFor("", withKey.IdempotencyKey!),
            ]
            : [stored.ToStatement()]);
        return message;
    }

    private async Task<bool> IsGoneAsync(string id)
    {
        while (await engine.Database.ReadAsync(session => session.ReadNumberAsync(
            "SELECT count(*) FROM messages WHERE id = $1", id)) > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        return true;
    }
}
