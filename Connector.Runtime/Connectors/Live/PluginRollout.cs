using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>
/// Brings what has changed in the plugin folders into service. What serves is replaced only by what has shown that it
/// can serve. For one caller at a time.
/// </summary>
internal sealed class PluginRollout(
    PluginCatalog catalog,
    PluginTrial trial,
    PluginUsers users,
    HealthTable health,
    ILogger<PluginRollout> logger)
{
    /// <exception cref="PluginException">The plugin folder can't be listed any more.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        // Nobody changes a connector meanwhile, so none is made of a build that is about to go.
        using var held = await users.HoldAsync(cancellationToken);
        var changes = await catalog.LookAsync(cancellationToken);
        foreach (var update in changes.Updates.Where(update => !catalog.WasTried(update)))
        {
            await UpdateAsync(update, cancellationToken);
        }

        foreach (var id in changes.Removed)
        {
            await RemoveAsync(id, cancellationToken);
        }

        foreach (var id in changes.Changed.Except(changes.Removed))
        {
            await users.ActivateAsync(id, cancellationToken);
        }

        users.Report();
        catalog.RemoveUnusedCopies();
    }

    private async Task UpdateAsync(PluginUpdate update, CancellationToken cancellationToken)
    {
        var connectors = users.Of(update.Id);
        if (!connectors.Any(connector => connector.Info.Enabled))
        {
            // Only tried out earlier: nothing serves, and nobody asked for the new build's code to run.
            catalog.Retire(catalog.Withdraw(update.Id, update.Candidate));
            await users.ActivateAsync(update.Id, cancellationToken);
            return;
        }

        try
        {
            if (!update.Candidate.IsUsable)
            {
                catalog.Reject(update, update.Candidate.Problems[0]);
                return;
            }

            TakeOver(update, await trial.TryAsync(update.Candidate, connectors, cancellationToken));
        }
        catch (PluginException error)
        {
            catalog.Reject(update, error.Problem);
        }
    }

    private void TakeOver(PluginUpdate update, TriedPlugin tried)
    {
        var earlier = catalog.Accept(tried.Builds);
        foreach (var connector in tried.Connectors)
        {
            // How the earlier build fared says nothing of this one.
            health.Forget(connector.Info.Name);
        }

        users.Put(tried.Connectors);
        PluginLog.Updated(
            logger, update.Id, update.Serving.Version, update.Candidate.Version, tried.Connectors.Count);
        catalog.Retire(earlier);
    }

    private async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var earlier = catalog.Withdraw(id, candidate: null);
        await users.ActivateAsync(id, cancellationToken);
        PluginLog.Removed(logger, id, earlier.Count == 0 ? null : earlier[0].Plugin.Version);
        catalog.Retire(earlier);
    }
}
