using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Isolation;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Connectors;

/// <summary>A connector that serves, with what it owns.</summary>
internal sealed class RunningConnector(string name, ISmsConnector connector, HttpClient httpClient) : IAsyncDisposable
{
    private CallGate? origin;

    public string Name => name;

    /// <summary>The plugin's code: call it through <see cref="ConnectorCalls"/> only.</summary>
    public ISmsConnector Connector => connector;

    public CallGate Gate { get; } = new();

    /// <summary>Its plugin's, whose threads it runs on; one of its own when no plugin made it.</summary>
    public PluginGuard Guard { get; init; } = PluginGuard.Alone(name);

    /// <summary>The plugin that made it; <see langword="null"/> when none did.</summary>
    public InstalledPlugin? Plugin { get; init; }

    /// <summary>Entered for this connector; left when it has been disposed.</summary>
    public CallGate? Origin
    {
        init => origin = value;
    }

    /// <summary>What the plugin was given, secrets included.</summary>
    public JsonElement Config { get; init; }

    public IReadOnlyList<string> Capabilities =>
        [.. ConnectorCapabilities.Where(Can)];

    /// <summary>Whether it runs in a process of its own.</summary>
    public bool IsIsolated => connector is IsolatedConnector;

    /// <summary>The connector as what it can do besides sending; <see langword="null"/> if it can't.</summary>
    public T? Find<T>()
        where T : class => Can(typeof(T)) ? connector as T : null;

    /// <summary>Whether a new one would be made by the same build of the plugin from the same configuration.</summary>
    public bool Uses(InstalledPlugin other, JsonElement config) =>
        ReferenceEquals(Plugin, other) && JsonElement.DeepEquals(Config, config);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await DisposeConnectorAsync();
        }
        finally
        {
            httpClient.Dispose();
            Interlocked.Exchange(ref origin, null)?.Leave();
        }
    }

    private ValueTask DisposeConnectorAsync()
    {
        if (connector is IAsyncDisposable asynchronous)
        {
            return asynchronous.DisposeAsync();
        }

        (connector as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }

    private bool Can(Type capability) => connector is IsolatedConnector isolated
        ? isolated.Can(capability)
        : capability.IsInstanceOfType(connector);
}
