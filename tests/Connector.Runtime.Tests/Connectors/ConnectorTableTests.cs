using Connector.Abstractions;
using Connector.Runtime.Connectors;
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
        await Task.WhenAll(hanging.Disposing, good.Disposed);
        await engine.PassTimeUntilAsync(stopping);

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

    [Test]
    public async Task A_replaced_connector_ends_what_it_sends_and_is_disposed_then()
    {
        var old = new ScriptedConnector(_ => answer.Task);
        var fresh = ScriptedConnector.Answering(new SendOutcome.Accepted("SM2"));
        engine.Table.Put(Activated("test", old));
        var sending = SendAsync(engine.Table.Get("test"));
        await old.Called;

        engine.Table.Put(Activated("TEST", fresh));
        var next = await SendAsync(engine.Table.Get("test"));
        Assert.That(old.IsDisposed, Is.False);
        answer.SetResult(new SendOutcome.Accepted("SM1"));
        await engine.Table.DisposeAsync();

        Assert.That(next, Is.EqualTo(new SendOutcome.Accepted("SM2")));
        Assert.That(await sending, Is.EqualTo(new SendOutcome.Accepted("SM1")));
        Assert.That((old.IsDisposed, fresh.IsDisposed), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task A_connector_that_only_gets_other_settings_goes_on()
    {
        var connector = ScriptedConnector.Answering(new SendOutcome.Accepted("SM1"));
        var activated = Activated("test", connector);
        engine.Table.Put(activated);

        engine.Table.Put(activated with { Info = activated.Info with { Weight = 1 } });
        var outcome = await SendAsync(engine.Table.Get("test"));

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Accepted("SM1")));
        Assert.That((engine.Registry.Find("test")!.Weight, connector.IsDisposed), Is.EqualTo((1, false)));
    }

    [Test]
    public async Task A_connector_that_comes_after_the_end_is_stopped_at_once()
    {
        var late = ScriptedConnector.Answering(new SendOutcome.Accepted("SM1"));
        await engine.Table.DisposeAsync();

        engine.Table.Put(Activated("test", late));
        await engine.Table.DisposeAsync();

        Assert.That(late.IsDisposed, Is.True);
        Assert.That(engine.Registry.All, Is.Empty);
    }

    [Test]
    public void Every_change_is_heard_of_after_it_has_happened()
    {
        var heard = new List<int>();
        engine.Table.OnChanged(() => heard.Add(engine.Registry.All.Count));

        engine.Table.Put(Activated("a", ScriptedConnector.Answering(new SendOutcome.Accepted("SM1"))));
        engine.Table.Put(Activated("b", ScriptedConnector.Answering(new SendOutcome.Accepted("SM1"))));
        engine.Table.Remove("A", ConnectorSources.Stored);
        engine.Table.Replace([]);

        Assert.That(heard, Is.EqualTo(new[] { 1, 2, 1, 0 }));
    }

    [Test]
    public void Configuration_wins_where_a_name_is_stored_too()
    {
        var configured = engine.Add("test", ScriptedConnector.Answering(new SendOutcome.Accepted("SM1")));
        var stored = Activated("Test", ScriptedConnector.Answering(new SendOutcome.Accepted("SM2")));

        engine.Table.Put(stored);

        Assert.That(engine.Table.Get("test"), Is.SameAs(configured));
        Assert.That(engine.Table.FindStored("test"), Is.SameAs(stored));
        Assert.That(engine.Registry.All, Has.Count.EqualTo(2));
        engine.Table.Remove("test", ConnectorSources.Stored);
        Assert.That(engine.Table.Get("test"), Is.SameAs(configured));
    }

    private static ActivatedConnector Activated(string name, ScriptedConnector connector) => new(
        new ConnectorInfo
        {
            Name = name,
            PluginId = "test-sms",
            Enabled = true,
            Countries = [],
            Weight = 100,
            Priority = 0,
            Source = ConnectorSources.Stored,
            State = ConnectorState.Running,
            Config = default,
        },
        new RunningConnector(name, connector, new HttpClient()));

    private Task<SendOutcome> SendAsync(ScriptedConnector connector, CancellationToken cancellationToken = default) =>
        SendAsync(engine.Add("test", connector), cancellationToken);

    private Task<SendOutcome> SendAsync(RunningConnector connector, CancellationToken cancellationToken = default) =>
        engine.Send.SendAsync(
            connector,
            PhoneNumber.Parse("+14155550100"),
            UsageType.SignIn,
            new SmsPayload(),
            cancellationToken);
}
