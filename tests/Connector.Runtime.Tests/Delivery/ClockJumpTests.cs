using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

internal sealed class ClockJumpTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private JumpingClock clock;
    private TestEngine engine;
    private int sends;

    [SetUp]
    public void StartEngine()
    {
        sends = 0;
        clock = new JumpingClock();
        engine = new TestEngine(time: clock);
    }

    [TearDown]
    public async Task EndEngine() => await engine.DisposeAsync();

    [Test]
    public async Task Set_back_while_a_retry_waits_the_message_is_sent_once_and_does_not_wait_an_hour()
    {
        var began = clock.GetTimestamp();
        var id = await RefuseOnceAsync();

        clock.Jump(-Hour);
        var message = await clock.PassUntilAsync(engine.SettledAsync(id));

        Assert.That(message.Status, Is.EqualTo("accepted"));
        Assert.That(sends, Is.EqualTo(2), "the refused one and one more");
        Assert.That(clock.GetElapsedTime(began), Is.LessThan(Hour / 2));
    }

    [Test]
    public async Task Set_forward_while_a_retry_waits_the_message_has_expired_and_is_not_sent()
    {
        var id = await RefuseOnceAsync();

        clock.Jump(Hour);
        var message = await clock.PassUntilAsync(engine.SettledAsync(id));

        Assert.That(message.Status, Is.EqualTo("expired"));
        Assert.That(sends, Is.EqualTo(1));
    }

    [TestCase(1)]
    [TestCase(-1)]
    public async Task Set_while_a_message_is_under_way_it_is_not_sent_again(int hours)
    {
        var answer = new TaskCompletionSource<SendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var connector = new ScriptedConnector(_ =>
        {
            Interlocked.Increment(ref sends);
            return answer.Task;
        });
        engine.Add("a", connector);
        var id = await AcceptAsync();
        await connector.Called;

        clock.Jump(hours * Hour);
        clock.Advance(TimeSpan.FromSeconds(5));
        answer.SetResult(new SendOutcome.Accepted("SM1"));
        var message = await clock.PassUntilAsync(engine.SettledAsync(id));

        Assert.That(message.Status, Is.EqualTo("accepted"));
        Assert.That(sends, Is.EqualTo(1));
    }

    [TestCase(1)]
    [TestCase(-1)]
    public void Set_while_hosts_work_none_seems_dead(int hours)
    {
        var timeout = TimeSpan.FromSeconds(10);
        var dead = new DeadHosts(timeout, clock);
        var beats = new Dictionary<long, long> { [7] = 1 };
        dead.Look(beats);

        clock.Jump(hours * Hour);

        Assert.That(dead.Look(beats), Is.Empty);
        clock.Advance(timeout);
        Assert.That(dead.Look(beats), Is.EqualTo([7L]), "one that is silent for so long is");
    }

    /// <returns>The id of a message that waits for its second attempt.</returns>
    private async Task<string> RefuseOnceAsync()
    {
        SendOutcome Answer() => Interlocked.Increment(ref sends) == 1
            ? new SendOutcome.Refused(RefusalReason.RateLimited) { RetryAfter = TimeSpan.FromMinutes(1) }
            : new SendOutcome.Accepted("SM1");
        engine.Add("a", new ScriptedConnector(_ => Task.FromResult(Answer())));
        var id = await AcceptAsync();
        await clock.PassUntilAsync(IsWaitingAsync(id));
        return id;
    }

    private async Task<string> AcceptAsync()
    {
        var request = new SendRequest
        {
            To = "+14155550123",
            UsageType = "SignIn",
            Payload = JsonSerializer.SerializeToElement(new { code = "123456" }),
        };
        return (await engine.Messages.AcceptAsync(request)).Message.Id;
    }

    private async Task<bool> IsWaitingAsync(string id)
    {
        while (await engine.Database.ReadAsync(session => session.ReadNumberAsync(
            "SELECT count(*) FROM messages WHERE id = $1 AND owner = 0 AND attempt = 1", id)) == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        return true;
    }
}
