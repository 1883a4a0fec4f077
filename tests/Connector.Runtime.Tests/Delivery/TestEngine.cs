using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>The engine's delivery half with connectors of the test's own, on a clock that the test moves.</summary>
internal sealed class TestEngine
{
    private readonly List<ActivatedConnector> connectors = [];

    public TestEngine()
    {
        var options = Options.Create(RuntimeOptions);
        Calls = new ConnectorCalls(options, Time, new FakeLogger<ConnectorCalls>(Log));
        Table = new ConnectorTable(Calls);
        Send = new GuardedSend(Calls, new FakeLogger<GuardedSend>(Log));
        Selector = new ConnectorSelector(Table);
        Registry = new ConnectorRegistry(Table, Calls, new FakeLogger<ConnectorRegistry>(Log));
        Messages = new MessageService(Selector, Send, options, Time, new FakeLogger<MessageService>(Log));
    }

    public ConnectorRuntimeOptions RuntimeOptions { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public FakeLogCollector Log { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public ConnectorCalls Calls { get; }

    public ConnectorTable Table { get; }

    public GuardedSend Send { get; }

    public ConnectorSelector Selector { get; }

    public ConnectorRegistry Registry { get; }

    public MessageService Messages { get; }

    public string LogText => string.Join('\n', Log.GetSnapshot().Select(record => record.ToString()));

    public RunningConnector Add(string name, ISmsConnector connector, Func<ConnectorInfo, ConnectorInfo>? change = null)
    {
        var running = new RunningConnector(name, connector, new HttpClient());
        Add(Info(name, ConnectorState.Running), change, running);
        return running;
    }

    public void AddIdle(string name, ConnectorState state, params ConnectorProblem[] problems) =>
        Add(Info(name, state) with { Problems = problems }, change: null, running: null);

    private static ConnectorInfo Info(string name, ConnectorState state) => new()
    {
        Name = name,
        PluginId = "test-sms",
        Enabled = state != ConnectorState.Disabled,
        Countries = [],
        Weight = 100,
        Priority = 0,
        Source = "Configuration",
        State = state,
        Config = default,
    };

    private void Add(ConnectorInfo info, Func<ConnectorInfo, ConnectorInfo>? change, RunningConnector? running)
    {
        connectors.RemoveAll(connector => connector.Info.Name == info.Name);
        connectors.Add(new ActivatedConnector(change is null ? info : change(info), running));
        Table.Replace(connectors);
    }
}
