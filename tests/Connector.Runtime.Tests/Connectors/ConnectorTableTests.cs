using Connector.Abstractions;
using Connector.Runtime.Tests.Delivery;

namespace Connector.Runtime.Tests.Connectors;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ConnectorTableTests : IAsyncDisposable
{
    private readonly TestEngine engine = new();
    private readonly TaskCompletionSource<SendOutcome> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Test]
    public async Task A_connector_is_disposed_after_its_last_send_has_ended()
    {
        var connector = new ScriptedConnector(_ => answer.Task);
        var sending = SendAsync(connector);
        await connector.Called;

        var stopping = engine.Table.DisposeAsync();
        Assert.That(connector.IsDisposed, Is.False);
        answer.SetResult(new SendOutcome.Accepted("SM1"));
        await stopping;

        Assert.That(await sending, Is.EqualTo(new SendOutcome.Accepted("SM1")));
        Assert.That(connector.IsDisposed, Is.True);
    }

    [Test]
    public async Task A_send_that_was_given_up_still_counts_as_under_way()
    {
        using var caller = new CancellationTokenSource();
        var connector = new ScriptedConnector(_ => answer.Task);
        var sending = SendAsync(connector, caller.Token);
        await connector.Called;
        await caller.CancelAsync();
        await Assert.ThatAsync(() => sending, Throws.InstanceOf<OperationCanceledException>());

        var stopping = engine.Table.DisposeAsync();
        Assert.That(connector.IsDisposed, Is.False);
        answer.SetResult(new SendOutcome.Accepted("SM1"));
        await stopping;

        Assert.That(connector.IsDisposed, Is.True);
    }

    [Test]
    public async Task A_send_that_never_ends_holds_up_the_stop_only_as_long_as_a_send_may_take()
    {
        var connector = new ScriptedConnector(_ => answer.Task);
        var sending = SendAsync(connector);
        await connector.Called;
        var stopping = engine.Table.DisposeAsync().AsTask();

        engine.Time.Advance(engine.RuntimeOptions.Messages.SendTimeout);
        await stopping;

        Assert.That(await sending, Is.InstanceOf<SendOutcome.Unknown>());
        Assert.That(connector.IsDisposed, Is.True);
        Assert.That(engine.LogText, Does.Contain("still busy"));
    }

    [Test]
    public async Task A_connector_that_fails_or_hangs_when_disposed_does_not_keep_the_others_from_stopping()
    {
        var hanging = new AwkwardConnector();
        var good = ScriptedConnector.Answering(new SendOutcome.Accepted("SM1"));
        engine.Add("throws", new AwkwardConnector(new InvalidOperationException()));
        engine.Add("hangs", hanging);
        engine.Add("good", good);

        var stopping = engine.Table.DisposeAsync().AsTask();
        await hanging.Disposing;
        engine.Time.Advance(TimeSpan.FromSeconds(5));
        await stopping;

        Assert.That(good.IsDisposed, Is.True);
        Assert.That(engine.LogText, Does.Contain("threw InvalidOperationException").And.Contain("did not end in time"));
    }

    [Test]
    public async Task Stopping_twice_disposes_once()
    {
        engine.Add("test", ScriptedConnector.Answering(new SendOutcome.Accepted("SM1")));

        await engine.Table.DisposeAsync();
        await engine.Table.DisposeAsync();

        Assert.That(engine.Registry.All, Is.Empty);
    }

    private Task<SendOutcome> SendAsync(ScriptedConnector connector, CancellationToken cancellationToken = default) =>
        engine.Send.SendAsync(
            engine.Add("test", connector),
            PhoneNumber.Parse("+14155550100"),
            UsageType.SignIn,
            new SmsPayload(),
            cancellationToken);
}
