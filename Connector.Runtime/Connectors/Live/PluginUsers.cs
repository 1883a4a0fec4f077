using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>The connectors of each plugin, wherever they are defined, for whoever changes the plugin.</summary>
internal sealed class PluginUsers(
    ConnectorTable table,
    ConnectorActivator activator,
    ConnectorRollout rollout,
    PluginCatalog catalog,
    ILogger<PluginUsers> logger)
{
    /// <summary>Keeps every connector as it is until the result is disposed.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public Task<IDisposable> HoldAsync(CancellationToken cancellationToken) =>
        rollout.Locks.HoldAllAsync(cancellationToken);

    public IReadOnlyList<ActivatedConnector> Of(string pluginId) =>
    [
        .. table.Current.Connectors.Where(
            connector => connector.Info.PluginId == pluginId && connector.Settings is not null),
    ];

    /// <summary>Puts connectors into service at once; those before them end after their last call.</summary>
    public void Put(IReadOnlyCollection<ActivatedConnector> connectors)
    {
        if (connectors.Count > 0)
        {
            table.Put(connectors);
        }
    }

    /// <summary>Activates a plugin's connectors anew, as the plugin is now.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task ActivateAsync(string pluginId, CancellationToken cancellationToken)
    {
        var activated = await Task.WhenAll(Of(pluginId).Select(user => ActivateAsync(user, cancellationToken)));
        Put(activated);
    }

    /// <summary>Tells the catalog how the connectors fare.</summary>
    public void Report() => PluginUseReport.Send(catalog, table.Current.Infos);

    private async Task<ActivatedConnector> ActivateAsync(ActivatedConnector user, CancellationToken cancellationToken)
    {
        var activated = user.Keep(
            await activator.ActivateAsync(user.Settings!, user.Running, cancellationToken));
        foreach (var problem in activated.Info.Problems.Except(user.Info.Problems))
        {
            Log.ConnectorNotRunning(logger, activated.Info.Name, problem.Code, problem.Cause, problem.Fix);
        }

        return activated;
    }
}
