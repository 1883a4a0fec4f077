using System.Collections.Concurrent;
using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Lets the database decide: every connector has a lane that takes what is due whenever this host has room for it. A
/// message that arrives while there is room goes straight through.
/// </summary>
internal sealed class DatabaseEngine(
    Database database,
    LanePump pump,
    DeliveryRunner runner,
    ConnectorTable table,
    LanePumpServices services,
    IOptions<ConnectorRuntimeOptions> options) : IDeliveryEngine
{
    private const string Topic = "messages";

    private readonly Notices notices = new(() => database.NotifyAsync(Topic), services.TimeProvider);
    private readonly ConcurrentDictionary<string, Lane> lanes = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<Lane, Task> pumps = new();
    private CancellationToken stopping;
    private bool isRunning;

    public string? Trouble => pump.Trouble;

    public bool TryReserve(string connector) =>
        isRunning
        && !stopping.IsCancellationRequested
        && !ConnectorLimits.Of(table.Current.Find(connector)?.Info).IsLimited
        && LaneOf(connector).TryTake();

    public void Release(string connector) => LaneOf(connector).Release(1);

    public void Start(ClaimedMessage delivery) => _ = RunAsync(LaneOf(delivery.Record.Connector), delivery);

    public void Offer(string messageId, string connector, TimeSpan delay)
    {
        if (!isRunning)
        {
            return;
        }

        LaneOf(connector).Offer();
        if (database.IsShared && delay == TimeSpan.Zero)
        {
            notices.Send();
        }
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        this.stopping = stopping;
        isRunning = true;
        database.Listen(Topic, WakeAll);
        table.OnChanged(OpenLanes);
        OpenLanes();
        await pump.WatchAsync(connector => LaneOf(connector).Wake(), stopping);
        await Task.WhenAll(pumps.Values);
    }

    private void OpenLanes()
    {
        foreach (var connector in table.Current.Running)
        {
            LaneOf(connector.Info.Name).Wake();
        }
    }

    public void WakeAll()
    {
        foreach (var lane in lanes.Values)
        {
            lane.Offer();
        }
    }

    private Lane LaneOf(string connector) =>
        lanes.TryGetValue(connector, out var known) ? known : lanes.GetOrAdd(connector, Open);

    private Lane Open(string connector)
    {
        var lane = new Lane(connector, options.Value.Delivery.Concurrency);
        pumps[lane] = Task.Run(() => pump.RunAsync(lane, row => RunAsync(lane, row), stopping), CancellationToken.None);
        return lane;
    }

    private async Task RunAsync(Lane lane, ClaimedMessage delivery) =>
        Continue(lane, delivery.Record.Id, await runner.RunAsync(delivery));

    private async Task RunAsync(Lane lane, ClaimedRow row) =>
        Continue(lane, row.Record.Id, await runner.RunAsync(row));

    private void Continue(Lane lane, string messageId, NextStep? step)
    {
        lane.Release(1);
        if (step is { Work: not MessageWork.None })
        {
            Offer(messageId, step.Connector, step.Delay);
        }
    }
}
