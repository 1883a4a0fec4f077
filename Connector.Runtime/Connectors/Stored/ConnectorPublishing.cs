namespace Connector.Runtime.Connectors;

/// <summary>Takes a change all the way: tried on this host, stored, serving. Thread-safe.</summary>
internal sealed class ConnectorPublishing(
    ConnectorTrial trial, ConnectorSaving saving, ConnectorRollout rollout, ConnectorTable table, ConnectorCalls calls)
{
    /// <summary>Locks that every change of a connector on this host is made under.</summary>
    public NameLocks Locks => rollout.Locks;

    /// <param name="reading">The connector as it is wanted.</param>
    /// <param name="current">As it is stored; <see langword="null"/> when it isn't.</param>
    /// <param name="save">What to store, the definition apart.</param>
    /// <param name="cancellationToken">Gives it up, unless it has been stored already.</param>
    /// <returns>
    /// The connector; <see langword="null"/> when another host has changed it meanwhile, and nothing was stored.
    /// </returns>
    /// <exception cref="ConnectorRequestException">It can't serve. Nothing was stored.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ConnectorInfo?> PublishAsync(
        ConnectorReading reading, StoredConnector? current, ConnectorSave save, CancellationToken cancellationToken)
    {
        var tried = await trial.TryAsync(reading, current, cancellationToken);
        long? revision = null;
        try
        {
            revision = await saving.SaveAsync(save with { Definition = tried.Definition, Shown = tried.Shown });
        }
        finally
        {
            if (revision is null)
            {
                await DiscardAsync(tried);
            }
        }

        return revision is null ? null : rollout.Put(tried, revision.Value);
    }

    /// <returns>Whether it was deleted; another host may have changed it meanwhile.</returns>
    public async Task<bool> RemoveAsync(ConnectorSave save)
    {
        if (await saving.SaveAsync(save) is null)
        {
            return false;
        }

        rollout.Remove(save.Name);
        return true;
    }

    // Unless the plugin's part stayed as it was: then the connector that serves was tried.
    private async Task DiscardAsync(TriedConnector tried)
    {
        var running = tried.Activated.Running;
        if (running is not null && running != table.FindStored(tried.Definition.Name)?.Running)
        {
            await calls.StopAsync(running);
        }
    }
}
