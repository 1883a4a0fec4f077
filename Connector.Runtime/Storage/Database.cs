using System.Collections.Concurrent;

namespace Connector.Runtime.Storage;

/// <summary>
/// The database that holds everything that must last. Both kinds understand the same statements. Thread-safe.
/// </summary>
internal abstract class Database : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Action> listeners = new(StringComparer.Ordinal);

    /// <summary>Where it is, for operators. Has no secret.</summary>
    public abstract string Location { get; }

    /// <summary>Whether other hosts may work on the same database.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Ends a <c>SELECT</c> of rows to change, so that hosts change them one after the other.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Ends a <c>SELECT</c> of rows to take, so that hosts take different ones without waiting.</summary>
    public abstract string ForUpdateSkipLocked { get; }

    /// <summary>Connects and brings the schema up to date. Several hosts may do so at once.</summary>
    /// <exception cref="StorageException">
    /// The database can't be used; its data is untouched. Tell by <see cref="StorageException.IsTransient"/> whether
    /// trying again makes sense.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public abstract Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens the database to look only, beside the hosts that work on it.</summary>
    /// <returns>Whether it has the schema of this program; only then other statements make sense.</returns>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public abstract Task<SchemaState> OpenReadOnlyAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs statements as one unit, in one commit with the units of others that come at the same time. When it returns,
    /// they are on disk.
    /// </summary>
    /// <returns>How many rows each statement changed.</returns>
    /// <exception cref="StorageException">
    /// Nothing was changed, or, when the connection broke at the wrong moment, everything.
    /// </exception>
    public abstract Task<int[]> WriteAsync(IReadOnlyList<Statement> statements);

    /// <summary>
    /// Reads and writes in a transaction of its own, which is given up when <paramref name="work"/> throws.
    /// </summary>
    /// <param name="work">
    /// Waits for nothing but its session: with SQLite, all other writers wait for it meanwhile. May run again after a
    /// failure.
    /// </param>
    /// <exception cref="StorageException">As <see cref="WriteAsync"/>.</exception>
    public abstract Task<T> TransactAsync<T>(Func<DatabaseSession, Task<T>> work);

    /// <summary>Reads what is committed. Waits for no writer.</summary>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public abstract Task<T> ReadAsync<T>(
        Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells every host, this one included, that there is something to look at under a topic. A hint: it may be lost,
    /// so whoever listens looks from time to time all the same.
    /// </summary>
    public abstract Task NotifyAsync(string topic);

    /// <summary>Hears what hosts notify under a topic, on any thread; one listener a topic.</summary>
    public void Listen(string topic, Action heard) => listeners[topic] = heard;

    public abstract ValueTask DisposeAsync();

    protected void Hear(string topic)
    {
        if (listeners.TryGetValue(topic, out var heard))
        {
            heard();
        }
    }
}
