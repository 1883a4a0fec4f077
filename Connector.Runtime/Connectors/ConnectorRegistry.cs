using Connector.Abstractions.Capabilities;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>The configured connectors. Thread-safe.</summary>
public sealed class ConnectorRegistry : IAsyncDisposable
{
    private readonly PluginCatalog catalog;
    private readonly ConnectorActivator activator;
    private readonly ILogger<ConnectorRegistry> logger;
    private volatile IReadOnlyDictionary<string, ActivatedConnector> connectors =
        new Dictionary<string, ActivatedConnector>(StringComparer.OrdinalIgnoreCase);

    internal ConnectorRegistry(PluginCatalog catalog, ConnectorActivator activator, ILogger<ConnectorRegistry> logger)
    {
        this.catalog = catalog;
        this.activator = activator;
        this.logger = logger;
    }

    /// <summary>Every configured connector by name, running or not.</summary>
    public IReadOnlyList<ConnectorInfo> All =>
        [.. connectors.Values.Select(connector => connector.Info).OrderBy(info => info.Name, StringComparer.Ordinal)];

    /// <summary>Finds a connector by name, without regard to case as all settings.</summary>
    /// <param name="name">The name in the configuration.</param>
    /// <returns>A snapshot, or <see langword="null"/> when there is none.</returns>
    public ConnectorInfo? Find(string name) => connectors.GetValueOrDefault(name)?.Info;

    /// <summary>Reads the local inbox of a connector.</summary>
    /// <param name="name">The name in the configuration.</param>
    /// <param name="limit">The most messages to return; at least 1.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>The newest first; <see langword="null"/> when the connector has no inbox.</returns>
    /// <exception cref="ConnectorRequestException">No such connector, or it doesn't run.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<IReadOnlyList<InboxMessage>?> ReadInboxAsync(
        string name, int limit, CancellationToken cancellationToken) =>
        Get(name).Connector is ILocalInbox inbox ? await inbox.ReadInboxAsync(limit, cancellationToken) : null;

    /// <summary>Asks the provider whether it accepts a connector's credentials.</summary>
    /// <param name="name">The name in the configuration.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>The answer; <see langword="null"/> when the connector can't ask.</returns>
    /// <exception cref="ConnectorRequestException">No such connector, or it doesn't run.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<CredentialCheckResult?> CheckCredentialsAsync(string name, CancellationToken cancellationToken) =>
        Get(name).Connector is ICredentialCheck check ? await check.CheckCredentialsAsync(cancellationToken) : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var running = connectors.Values.Select(connector => connector.Running).OfType<RunningConnector>().ToList();
        connectors = new Dictionary<string, ActivatedConnector>(StringComparer.OrdinalIgnoreCase);
        foreach (var connector in running)
        {
            await DisposeQuietlyAsync(connector);
        }
    }

    /// <summary>
    /// Activates what the configuration enables. One that fails doesn't keep the others from serving.
    /// </summary>
    internal async Task ActivateAsync(IConfiguration host, CancellationToken cancellationToken)
    {
        var settings = ConnectorSettingsReader.ReadAll(host);
        var activated = await Task.WhenAll(settings.Select(entry => activator.ActivateAsync(entry, cancellationToken)));
        connectors = activated.ToDictionary(connector => connector.Info.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var connector in activated.Where(connector => connector.Info.Problems.Count > 0))
        {
            var problem = connector.Info.Problems[0];
            Log.ConnectorNotRunning(logger, connector.Info.Name, problem.Code, problem.Cause);
        }

        PluginUse.Report(catalog, All);
    }

    /// <summary>The running connectors and what routing needs to know of them.</summary>
    internal IEnumerable<ActivatedConnector> Running =>
        connectors.Values.Where(connector => connector.Running is not null);

    /// <exception cref="ConnectorRequestException">No such connector, or it doesn't run.</exception>
    internal RunningConnector Get(string name)
    {
        var connector = connectors.GetValueOrDefault(name)
            ?? throw PluginRequests.ConnectorNotFound(name, [.. connectors.Keys.Order(StringComparer.Ordinal)]);
        return connector.Running ?? throw PluginRequests.ConnectorNotRunning(connector.Info);
    }

    private async Task DisposeQuietlyAsync(RunningConnector connector)
    {
        try
        {
            await connector.DisposeAsync();
        }
#pragma warning disable CA1031 // The plugin boundary: what a connector throws must not keep the others from stopping.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Log.DisposeFailed(logger, connector.Name, error.GetType().Name);
        }
    }
}
