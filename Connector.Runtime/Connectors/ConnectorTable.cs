using System.Collections.Concurrent;

namespace Connector.Runtime.Connectors;

/// <summary>The connectors of this host, as activation left them. Thread-safe; owns those that run.</summary>
internal sealed class ConnectorTable(ConnectorCalls calls) : IAsyncDisposable
{
    private readonly ConcurrentBag<Action> changed = [];
    private volatile ConnectorTableSnapshot current = ConnectorTableSnapshot.Empty;

    public ConnectorTableSnapshot Current => current;

    /// <summary>Hears of every change, on the thread that makes it.</summary>
    public void OnChanged(Action heard) => changed.Add(heard);

    public void Replace(IReadOnlyList<ActivatedConnector> connectors)
    {
        current = new ConnectorTableSnapshot(connectors);
        foreach (var heard in changed)
        {
            heard();
        }
    }

    /// <exception cref="ConnectorRequestException">No such connector, or it doesn't run.</exception>
    public RunningConnector Get(string name)
    {
        var snapshot = current;
        var connector = snapshot.Find(name)
            ?? throw PluginRequests.ConnectorNotFound(name, [.. snapshot.Infos.Select(info => info.Name)]);
        return connector.Running ?? throw PluginRequests.ConnectorNotRunning(connector.Info);
    }

    /// <summary>Stops all connectors at once, each after its last call or when that takes too long.</summary>
    public async ValueTask DisposeAsync()
    {
        var stopped = Interlocked.Exchange(ref current, ConnectorTableSnapshot.Empty);
        await Task.WhenAll(stopped.Running.Select(connector => calls.StopAsync(connector.Running!)));
    }
}
