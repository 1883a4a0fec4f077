using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Runtime.Tests.Delivery;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GuardedSendTests : IAsyncDisposable
{
    private const string Number = "+14155550100";
    private const string Code = "483920";

    private static readonly Dictionary<string, Func<CancellationToken, Task<SendOutcome>>> Faults = new()
    {
        ["throws at once"] = _ => throw new InvalidOperationException($"no route to {Number} for {Code}"),
        ["throws later"] = async _ =>
        {
            await Task.Yield();
            throw new HttpRequestException($"no route to {Number} for {Code}");
        },
        ["returns no outcome"] = _ => Task.FromResult<SendOutcome>(null!),
        ["returns no task"] = NoTask,
        ["cancels by itself"] = _ => Task.FromCanceled<SendOutcome>(new CancellationToken(canceled: true)),
    };

    private readonly TestEngine engine = new();

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    public static IEnumerable<string> FaultNames => Faults.Keys;

    [TestCaseSource(nameof(FaultNames))]
    public async Task A_connector_that_breaks_the_contract_leaves_the_outcome_unknown(string fault)
    {
        var outcome = await SendAsync(new ScriptedConnector(Faults[fault]));

        Assert.That(outcome, Is.EqualTo(
            new SendOutcome.Unknown("The connector failed while sending; the message may have left.")));
        Assert.That(engine.Log.LatestRecord.Id.Id, Is.EqualTo(2011));
    }

    [TestCaseSource(nameof(FaultNames))]
    public async Task No_fault_brings_a_number_or_code_into_the_log(string fault)
    {
        await SendAsync(new ScriptedConnector(Faults[fault]));

        Assert.That(engine.LogText, Is.Not.Empty.And.Not.Contains(Number).And.Not.Contains(Code));
    }

    [Test]
    public async Task A_connector_that_ignores_its_token_is_left_at_the_deadline()
    {
        var never = new TaskCompletionSource<SendOutcome>();
        var connector = new ScriptedConnector(_ => never.Task);
        var sending = SendAsync(connector);
        await connector.Called;

        engine.Time.Advance(engine.RuntimeOptions.Messages.SendTimeout);

        Assert.That(await sending, Is.EqualTo(
            new SendOutcome.Unknown("The connector did not answer in time; the message may have left.")));
        Assert.That(engine.Log.LatestRecord.Id.Id, Is.EqualTo(2010));
    }

    [Test]
    public async Task A_connector_that_blocks_its_thread_is_left_at_the_deadline()
    {
        using var release = new ManualResetEventSlim();
        var connector = new ScriptedConnector(_ =>
        {
            release.Wait(CancellationToken.None);
            return Task.FromResult<SendOutcome>(new SendOutcome.Accepted("late"));
        });
        var sending = SendAsync(connector);
        await connector.Called;

        engine.Time.Advance(engine.RuntimeOptions.Messages.SendTimeout);

        Assert.That(await sending, Is.InstanceOf<SendOutcome.Unknown>());
        release.Set();
    }

    [Test]
    public async Task A_connector_that_heeds_its_token_at_the_deadline_leaves_the_outcome_unknown()
    {
        var connector = new ScriptedConnector(UntilCanceled);
        var sending = SendAsync(connector);
        await connector.Called;

        engine.Time.Advance(engine.RuntimeOptions.Messages.SendTimeout);

        Assert.That(await sending, Is.InstanceOf<SendOutcome.Unknown>());
    }

    [Test]
    public async Task What_a_connector_hangs_on_the_token_cannot_hold_up_the_deadline()
    {
        using var release = new ManualResetEventSlim();
        var connector = new ScriptedConnector(token =>
        {
            token.Register(() => release.Wait(CancellationToken.None));
            token.Register(() => throw new InvalidOperationException());
            return new TaskCompletionSource<SendOutcome>().Task;
        });
        var sending = SendAsync(connector);
        await connector.Called;

        engine.Time.Advance(engine.RuntimeOptions.Messages.SendTimeout);

        Assert.That(await sending, Is.InstanceOf<SendOutcome.Unknown>());
        release.Set();
    }

    [Test]
    public async Task An_answer_before_the_deadline_counts_even_if_it_took_long()
    {
        var answer = new TaskCompletionSource<SendOutcome>();
        var connector = new ScriptedConnector(_ => answer.Task);
        var sending = SendAsync(connector);
        await connector.Called;

        engine.Time.Advance(engine.RuntimeOptions.Messages.SendTimeout - TimeSpan.FromMilliseconds(1));
        answer.SetResult(new SendOutcome.Accepted("SM1"));

        Assert.That(await sending, Is.EqualTo(new SendOutcome.Accepted("SM1")));
    }

    [Test]
    public async Task The_callers_cancellation_passes_through([Values] bool heeded)
    {
        using var caller = new CancellationTokenSource();
        var never = new TaskCompletionSource<SendOutcome>();
        var connector = new ScriptedConnector(token => heeded ? UntilCanceled(token) : never.Task);
        var sending = SendAsync(connector, caller.Token);
        await connector.Called;

        await caller.CancelAsync();

        await Assert.ThatAsync(() => sending, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_caller_that_has_left_already_sends_nothing()
    {
        var connector = ScriptedConnector.Answering(new SendOutcome.Accepted("SM1"));

        await Assert.ThatAsync(
            () => SendAsync(connector, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(connector.Received, Is.Null);
    }

    [Test]
    public async Task A_connector_that_is_being_stopped_refuses_so_that_another_may_send()
    {
        var connector = ScriptedConnector.Answering(new SendOutcome.Accepted("SM1"));
        var running = engine.Add("test", connector);
        await engine.Table.DisposeAsync();

        var outcome = await engine.Send.SendAsync(
            running, PhoneNumber.Parse(Number), UsageType.SignIn, new SmsPayload(), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.Refused>()
            .With.Property(nameof(SendOutcome.Refused.Reason)).EqualTo(RefusalReason.NotAttempted));
        Assert.That(connector.Received, Is.Null);
    }

    [Test]
    public async Task A_message_that_finds_all_threads_blocked_was_certainly_not_sent()
    {
        using var release = new ManualResetEventSlim();
        var guard = new PluginGuard("test", maxThreads: 1, engine.Time, NullLogger.Instance);
        var blocking = new ScriptedConnector(_ =>
        {
            release.Wait(CancellationToken.None);
            return Task.FromResult<SendOutcome>(new SendOutcome.Accepted("late"));
        });
        var waiting = ScriptedConnector.Answering(new SendOutcome.Accepted("SM1"));
        var blocked = SendAsync(engine.Add("blocking", blocking, guard: guard));
        await blocking.Called;
        var refused = SendAsync(engine.Add("waiting", waiting, guard: guard));

        engine.Time.Advance(engine.RuntimeOptions.Messages.SendTimeout);

        Assert.That(await blocked, Is.InstanceOf<SendOutcome.Unknown>());
        Assert.That(await refused, Is.EqualTo(new SendOutcome.Refused(RefusalReason.NotAttempted)
        {
            Detail = "The connector's plugin blocks all its threads.",
        }));
        release.Set();
        await guard.Calls.RunAsync(() => Task.FromResult(0)).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(waiting.Received, Is.Null, "a thread became free, but too late");
    }

    [Test]
    public async Task A_connector_that_blocks_while_it_is_disposed_is_left_after_a_while()
    {
        using var release = new ManualResetEventSlim();
        var connector = new ScriptedConnector(UntilCanceled) { Disposing = () => release.Wait(CancellationToken.None) };
        var running = engine.Add("test", connector);

        var stopping = engine.Calls.StopAsync(running);
        await connector.Disposed;
        await engine.PassTimeUntilAsync(stopping);

        Assert.That(engine.Log.LatestRecord.Id.Id, Is.EqualTo(2005));
        release.Set();
    }

#pragma warning disable MA0022 // The fault under test.
    private static Task<SendOutcome> NoTask(CancellationToken cancellationToken) => null!;
#pragma warning restore MA0022

    private static async Task<SendOutcome> UntilCanceled(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return new SendOutcome.Accepted("never");
    }

    private Task<SendOutcome> SendAsync(ScriptedConnector connector, CancellationToken cancellationToken = default) =>
        SendAsync(engine.Add("test", connector), cancellationToken);

    private Task<SendOutcome> SendAsync(RunningConnector connector, CancellationToken cancellationToken = default) =>
        engine.Send.SendAsync(
            connector,
            PhoneNumber.Parse(Number),
            UsageType.SignIn,
            new SmsPayload { Code = Code },
            cancellationToken);
}
