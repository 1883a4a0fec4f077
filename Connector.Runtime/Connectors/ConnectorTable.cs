namespace Connector.Runtime.Connectors;

/// <summary>The connectors of this host as they are now. Thread-safe; owns those that run.</summary>
internal sealed class ConnectorTable(ConnectorCalls calls) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private volatile ConnectorTableSnapshot current = ConnectorTableSnapshot.Empty;
    private Action changed = () => { };
    private readonly List<Task> stopping = [];
    private bool isDisposed;

    public ConnectorTableSnapshot Current => current;

    /// <summary>Hears of every change after it has happened, on any thread; must not block or throw.</summary>
    public void OnChanged(Action heard)
    {
        lock (gate)
        {
            changed += heard;
        }
    }

    /// <summary>Fills the table at the start. Nothing is stopped.</summary>
    public void Replace(IReadOnlyList<ActivatedConnector> connectors)
    {
        current = new ConnectorTableSnapshot(connectors);
        changed();
    }

    /// <summary>
    /// Puts a connector in the place of the one with its name and source. What that one is sending it still sends; then
    /// it is stopped, without anybody waiting for it here.
    /// </summary>
    public void Put(ActivatedConnector connector) =>
        Change(connector.Info.Name, connector.Info.Source, connector);

    /// <summary>Does the same for several at once: nobody sees some of them without the others.</summary>
    public void Put(IReadOnlyCollection<ActivatedConnector> connectors)
    {
        lock (gate)
        {
            if (isDisposed)
            {
                foreach (var connector in connectors)
                {
                    Stop(connector.Running);
                }

                return;
            }

            Show(
            [
                .. current.Connectors.Where(old => !connectors.Any(put => put.Is(old.Info.Name, old.Info.Source))),
                .. connectors,
            ]);
        }

        changed();
    }

    /// <summary>Takes a connector out of service, as putting another in its place does with it.</summary>
    public void Remove(string name, string source) => Change(name, source, put: null);

    /// <exception cref="ConnectorRequestException">No such connector, or it doesn't run.</exception>
    public RunningConnector Get(string name)
    {
        var snapshot = current;
        var connector = snapshot.Find(name)
            ?? throw PluginRequests.ConnectorNotFound(name, [.. snapshot.Infos.Select(info => info.Name)]);
        return connector.Running ?? throw PluginRequests.ConnectorNotRunning(connector.Info);
    }

    /// <summary>The connector that is stored under a name, even if configuration has the same name.</summary>
    public ActivatedConnector? FindStored(string name) =>
        current.Connectors.FirstOrDefault(connector => connector.Is(name, ConnectorSources.Stored));

    public bool IsConfigured(string name) =>
        current.Connectors.Any(connector => connector.Is(name, ConnectorSources.Configuration));

    /// <summary>Stops all connectors at once, each after its last call or when that takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] earlier;
        lock (gate)
        {
            isDisposed = true;
            earlier = [.. stopping];
        }

        var stopped = Interlocked.Exchange(ref current, ConnectorTableSnapshot.Empty);
        await Task.WhenAll([.. earlier, .. stopped.Running.Select(connector => calls.StopAsync(connector.Running!))]);
    }

    private void Change(string name, string source, ActivatedConnector? put)
    {
        lock (gate)
        {
            if (isDisposed)
            {
                Stop(put?.Running);
                return;
            }

            var replaced = current.Connectors.FirstOrDefault(connector => connector.Is(name, source));
            List<ActivatedConnector> others = [.. current.Connectors.Where(connector => connector != replaced)];
            Show(put is null ? others : [.. others, put]);
        }

        changed();
    }

    private void Show(IReadOnlyList<ActivatedConnector> connectors)
    {
        var before = current.Running;
        current = new ConnectorTableSnapshot(connectors);
        foreach (var replaced in before)
        {
            if (!Array.Exists(current.Running, connector => connector.Running == replaced.Running))
            {
                Stop(replaced.Running);
            }
        }
    }

    private void Stop(RunningConnector? connector)
    {
        if (connector is not null)
        {
            stopping.RemoveAll(task => task.IsCompleted);
            stopping.Add(calls.StopAsync(connector));
        }
    }
}
