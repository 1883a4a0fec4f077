using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Storage;

/// <summary>
/// Opens the database when the application starts, and keeps trying while its server can't be reached.
/// </summary>
internal sealed class DatabaseOpening(
    Database database,
    IOptions<ConnectorRuntimeOptions> options,
    TimeProvider timeProvider,
    ILogger<DatabaseOpening> logger)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);

    /// <summary>Whether this engine only looks.</summary>
    public bool IsObserver => options.Value.IsObserver;

    /// <summary>Whether statements can run.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Why the database is not open yet; <see langword="null"/> when there is no trouble.</summary>
    public StorageException? Trouble { get; private set; }

    /// <exception cref="StorageException">Statements can't run yet.</exception>
    public void ThrowIfClosed()
    {
        if (!IsOpen)
        {
            throw new StorageException("storage_closed", "The database is not open yet.", "Try again in a moment.")
            {
                IsTransient = true,
            };
        }
    }

    /// <exception cref="StorageException">
    /// The database can't be used, and waiting would not help. An observer finds that in <see cref="Trouble"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (IsObserver)
        {
            await ObserveAsync(cancellationToken);
            return;
        }

        while (!await TryOpenAsync(cancellationToken))
        {
            await Task.Delay(RetryDelay, timeProvider, cancellationToken);
        }
    }

    // Whoever looks can look at other things too.
    private async Task ObserveAsync(CancellationToken cancellationToken)
    {
        try
        {
            IsOpen = await database.OpenReadOnlyAsync(cancellationToken) == SchemaState.Current;
        }
        catch (StorageException error)
        {
            Trouble = error;
        }
    }

    // Only a server that others run may come back by itself; a file of this host is as it is.
    private async Task<bool> TryOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.OpenAsync(cancellationToken);
            if (Trouble is not null)
            {
                Log.StorageReached(logger);
            }

            Trouble = null;
            return IsOpen = true;
        }
        catch (StorageException error) when (error.IsTransient && database.IsShared)
        {
            if (Trouble?.Code != error.Code)
            {
                Log.StorageUnreachable(logger, error.Code, error.Message, error.Fix);
            }

            Trouble = error;
            return false;
        }
    }
}
