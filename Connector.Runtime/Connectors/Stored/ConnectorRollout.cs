using System.Collections.Concurrent;
using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>
/// Makes stored connectors serve on this host. Thread-safe for different connectors; who changes one holds its lock.
/// </summary>
internal sealed class ConnectorRollout(
    ConnectorTable table,
    ConnectorActivator activator,
    HealthTable health,
    PluginCatalog catalog,
    ILogger<ConnectorRollout> logger)
{
    // The last change of each connector that this host has dealt with, well or badly.
    private readonly ConcurrentDictionary<string, long> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock reporting = new();

    /// <summary>Locks that every change of a connector on this host is made under.</summary>
    public NameLocks Locks { get; } = new();

    /// <summary>The connectors that this host knows otherwise than they are now.</summary>
    /// <param name="revisions">The change that made each connector what it is now.</param>
    public IReadOnlyList<string> FindOutdated(IReadOnlyDictionary<string, long> revisions)
    {
        var changed = revisions.Where(now => !IsKnown(now.Key, now.Value)).Select(now => now.Key);
        var deleted = known.Keys.Where(name => !revisions.ContainsKey(ConnectorSaving.KeyOf(name)));
        return [.. changed, .. deleted];
    }

    /// <summary>Activates a connector at the start, when the table is still empty.</summary>
    /// <param name="stored">The connector.</param>
    /// <param name="isNameTaken">Whether configuration has the same name.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ActivatedConnector> StartAsync(
        StoredConnector stored, bool isNameTaken, CancellationToken cancellationToken)
    {
        var activated = isNameTaken
            ? await ActivateIdleAsync(stored, cancellationToken)
            : await activator.ActivateAsync(stored.ToSettings(), serving: null, cancellationToken);
        known[stored.Name] = stored.Revision;
        return activated;
    }

    /// <summary>
    /// Brings this host up to a change that another one has made. When the connector can't be activated here, it goes
    /// on as it was and says so.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task CatchUpAsync(StoredConnector stored, CancellationToken cancellationToken)
    {
        if (IsKnown(stored.Name, stored.Revision))
        {
            return;
        }

        var serving = table.FindStored(stored.Name);
        var activated = table.IsConfigured(stored.Name)
            ? await ActivateIdleAsync(stored, cancellationToken)
            : await activator.ActivateAsync(stored.ToSettings(), serving?.Running, cancellationToken);
        if (activated.Info.Problems is [var problem, ..])
        {
            StoredLog.NotActivated(logger, stored.Name, stored.Revision, problem.Code, problem.Cause, problem.Fix);
            activated = serving?.Running is null ? activated : AsItWas(serving, stored.Revision, problem);
        }

        Put(activated, stored.Revision);
    }

    /// <summary>Takes a tried and stored connector into service.</summary>
    public ConnectorInfo Put(TriedConnector tried, long revision)
    {
        var info = tried.Activated.Info with { Revision = revision };
        Put(tried.Activated with { Info = info }, revision);
        return info;
    }

    /// <summary>Takes a deleted connector out of service.</summary>
    public void Remove(string name)
    {
        known.TryRemove(name, out _);
        table.Remove(name, ConnectorSources.Stored);
        StoredLog.Removed(logger, name);
        Report();
    }

    private static ActivatedConnector AsItWas(ActivatedConnector serving, long revision, ConnectorProblem problem) =>
        serving with { Info = serving.Info with { Problems = [ConnectorProblems.NotUpdated(revision, problem)] } };

    private bool IsKnown(string name, long revision) =>
        known.TryGetValue(name, out var last) && last == revision;

    private void Put(ActivatedConnector connector, long revision)
    {
        if (connector.Running is not null && connector.Running != table.FindStored(connector.Info.Name)?.Running)
        {
            // What the provider said of the old settings says nothing of the new ones.
            health.Forget(connector.Info.Name);
        }

        table.Put(connector);
        known[connector.Info.Name] = revision;
        StoredLog.Changed(logger, connector.Info.Name, revision, connector.Info.State);
        Report();
    }

    private void Report()
    {
        // One after the other, so that the last report is of the last table.
        lock (reporting)
        {
            PluginUseReport.Send(catalog, table.Current.Infos);
        }
    }

    private async Task<ActivatedConnector> ActivateIdleAsync(
        StoredConnector stored, CancellationToken cancellationToken)
    {
        var settings = stored.ToSettings() with { Enabled = false, Obstacle = null };
        var idle = await activator.ActivateAsync(settings, serving: null, cancellationToken);
        return idle with
        {
            Info = idle.Info with
            {
                Enabled = stored.Shown.Enabled,
                State = ConnectorState.Disabled,
                Problems = [ConnectorProblems.NameTaken(stored.Name)],
            },
        };
    }
}
