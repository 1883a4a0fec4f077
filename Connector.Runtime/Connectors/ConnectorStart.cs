using Connector.Runtime.Storage;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime.Connectors;

/// <summary>Begins to activate every connector there is, wherever it is defined.</summary>
internal sealed class ConnectorStart(
    ConnectorActivator activator, ConnectorRollout rollout, ConnectorStore store, DatabaseOpening opening)
{
    /// <returns>Activations under way; none throws for a bad connector.</returns>
    /// <exception cref="StorageException">The stored connectors can't be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<IReadOnlyList<Task<ActivatedConnector>>> BeginAsync(
        IConfiguration host, CancellationToken cancellationToken)
    {
        var configured = ConnectorSettingsReader.ReadAll(host);
        var names = configured.Select(settings => settings.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var stored = opening.IsOpen ? await store.ReadAllAsync(cancellationToken) : [];
        return
        [
            .. configured.Select(settings => activator.ActivateAsync(settings, serving: null, cancellationToken)),
            .. stored.Select(entry => rollout.StartAsync(entry, names.Contains(entry.Name), cancellationToken)),
        ];
    }
}
