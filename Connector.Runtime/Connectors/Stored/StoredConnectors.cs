using System.Text.Json.Nodes;

namespace Connector.Runtime.Connectors;

/// <summary>
/// Changes the connectors that the database holds. A change is tried on this host, then stored, then serves here, and
/// within a second on every host of the same database. What a connector is sending, it sends as it was. Thread-safe.
/// </summary>
/// <remarks>
/// Every method that changes something throws <see cref="ConnectorRequestException"/> when it can't be done, and then
/// nothing has been stored.
/// </remarks>
public sealed class StoredConnectors
{
    private readonly ConnectorStore store;
    private readonly ConnectorPublishing publishing;
    private readonly ConnectorTable table;

    internal StoredConnectors(ConnectorStore store, ConnectorPublishing publishing, ConnectorTable table)
    {
        this.store = store;
        this.publishing = publishing;
        this.table = table;
    }

    /// <summary>Adds a connector.</summary>
    /// <param name="definition">
    /// <c>name</c> and <c>plugin</c>, and optionally <c>enabled</c>, <c>countries</c>, <c>excludedCountries</c>,
    /// <c>weight</c>, <c>priority</c>, <c>concurrency</c>, <c>rate</c>, <c>isolation</c>, <c>config</c>.
    /// </param>
    /// <param name="author">Who does it, for the history.</param>
    /// <param name="cancellationToken">Gives it up, unless it has been stored already.</param>
    /// <returns>The connector.</returns>
    /// <exception cref="ConnectorRequestException">It is invalid, or the name is taken.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ConnectorInfo> CreateAsync(
        JsonObject definition, string? author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var reading = DefinitionPatch.Read(definition);
        using var held = await publishing.Locks.HoldAsync(reading.Definition.Name, cancellationToken);
        ThrowIfConfigured(reading.Definition.Name);
        await ThrowIfStoredAsync(reading.Definition.Name, cancellationToken);
        var save = new ConnectorSave(reading.Definition.Name, ConnectorAction.Created, author, From: null);
        return await publishing.PublishAsync(reading, current: null, save, cancellationToken)
            ?? throw StoredRequests.Exists(reading.Definition.Name);
    }

    /// <summary>Changes parts of a connector.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="patch">
    /// What becomes different, as JSON Merge Patch (RFC 7396) of a definition. With another <c>plugin</c>, the
    /// configuration begins empty.
    /// </param>
    /// <param name="terms">Who does it, and to which revision.</param>
    /// <param name="cancellationToken">Gives it up, unless it has been stored already.</param>
    /// <returns>The connector.</returns>
    /// <exception cref="ConnectorRequestException">
    /// There is no such stored connector, it isn't at that revision, or it would be invalid.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ConnectorInfo> ChangeAsync(
        string name, JsonObject patch, ChangeTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(patch);
        ArgumentNullException.ThrowIfNull(terms);
        using var held = await publishing.Locks.HoldAsync(name, cancellationToken);
        ThrowIfConfigured(name);
        while (true)
        {
            // Another host may change it meanwhile; then the patch is applied to what that has made of it.
            var current = await FindAsync(name, terms, cancellationToken);
            var save = new ConnectorSave(current.Name, ConnectorAction.Updated, terms.Author, current.Revision);
            var reading = DefinitionPatch.Merge(current, patch);
            if (await publishing.PublishAsync(reading, current, save, cancellationToken) is { } changed)
            {
                return changed;
            }
        }
    }

    /// <summary>Brings a connector back to what an earlier change made of it, even when it was deleted since.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="revision">A revision in its history.</param>
    /// <param name="terms">Who does it, and to which revision.</param>
    /// <param name="cancellationToken">Gives it up, unless it has been stored already.</param>
    /// <returns>The connector, at a new revision.</returns>
    /// <exception cref="ConnectorRequestException">
    /// There is no such change, the connector isn't at the revision of <paramref name="terms"/>, or what was valid then
    /// isn't any more.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ConnectorInfo> RollBackAsync(
        string name, long revision, ChangeTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        using var held = await publishing.Locks.HoldAsync(name, cancellationToken);
        ThrowIfConfigured(name);
        while (true)
        {
            var current = await store.FindAsync(name, cancellationToken);
            terms.ThrowIfNotMet(name, current?.Revision);
            var earlier = await store.FindAsync(name, revision, cancellationToken)
                ?? throw await NoSuchRevisionAsync(name, revision, cancellationToken);
            var reading = new ConnectorReading(earlier.Open(), []);
            var save = new ConnectorSave(
                earlier.Name, ConnectorAction.RolledBack, terms.Author, current?.Revision) { RolledBackTo = revision };
            if (await publishing.PublishAsync(reading, current, save, cancellationToken) is { } back)
            {
                return back;
            }
        }
    }

    /// <summary>Deletes a connector. Its history stays, and it can be brought back from there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="terms">Who does it, and to which revision.</param>
    /// <param name="cancellationToken">Gives it up, unless it has been stored already.</param>
    /// <returns>A task that ends when it takes no more messages here.</returns>
    /// <exception cref="ConnectorRequestException">
    /// There is no such stored connector, or it isn't at that revision.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task DeleteAsync(string name, ChangeTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        using var held = await publishing.Locks.HoldAsync(name, cancellationToken);
        ConnectorSave save;
        do
        {
            // A stored connector whose name configuration has taken can be deleted all the same: nobody else could.
            var current = await FindAsync(name, terms, cancellationToken);
            save = new ConnectorSave(current.Name, ConnectorAction.Deleted, terms.Author, current.Revision);
        }
        while (!await publishing.RemoveAsync(save));
    }

    /// <summary>Reads the changes of a connector.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="before">Only changes before this revision; <see langword="null"/> for the newest.</param>
    /// <param name="limit">The most changes to return.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>The newest first, without secrets.</returns>
    /// <exception cref="ConnectorRequestException">There is no such connector, and never was.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<IReadOnlyList<ConnectorRevision>> ReadHistoryAsync(
        string name, long? before, int limit, CancellationToken cancellationToken)
    {
        var changes = await store.ReadHistoryAsync(name, before, limit, cancellationToken);
        return changes.Count > 0 || before is not null || table.Current.Find(name) is not null
            ? changes
            : throw NotFound(name);
    }

    private void ThrowIfConfigured(string name)
    {
        if (table.IsConfigured(name))
        {
            throw StoredRequests.ReadOnly(table.Current.Find(name)!.Info.Name);
        }
    }

    private async Task ThrowIfStoredAsync(string name, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(name, cancellationToken) is { } taken)
        {
            throw StoredRequests.Exists(taken.Name);
        }
    }

    private async Task<StoredConnector> FindAsync(
        string name, ChangeTerms terms, CancellationToken cancellationToken)
    {
        var current = await store.FindAsync(name, cancellationToken);
        if (current is null)
        {
            ThrowIfConfigured(name);
            throw NotFound(name);
        }

        terms.ThrowIfNotMet(name, current.Revision);
        return current;
    }

    private async Task<ConnectorRequestException> NoSuchRevisionAsync(
        string name, long revision, CancellationToken cancellationToken)
    {
        var history = await store.ReadHistoryAsync(name, before: null, limit: 1, cancellationToken);
        return history.Count == 0 ? NotFound(name) : StoredRequests.NoSuchRevision(name, revision);
    }

    private ConnectorRequestException NotFound(string name) =>
        PluginRequests.ConnectorNotFound(name, [.. table.Current.Infos.Select(info => info.Name)]);
}
