using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Keeps in memory which events anybody wants. Thread-safe.</summary>
internal sealed class SubscriptionReader(Database database, Subscriptions subscriptions) : IDisposable
{
    /// <summary>What hosts notify each other under when webhooks change.</summary>
    public const string Topic = "webhooks";

    // Of two that read at once, the one with the older answer must not have the last word.
    private readonly SemaphoreSlim one = new(1);

    /// <exception cref="StorageException">The database can't be read; what was known stays.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            subscriptions.Replace(await database.ReadAsync(
                session => session.QueryAsync(
                    "SELECT events FROM webhooks WHERE is_enabled = 1", reader => reader.GetInt64(0)),
                cancellationToken));
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>After a change: this host knows at once, the others in a moment.</summary>
    public async Task AnnounceAsync()
    {
        await RefreshAsync(CancellationToken.None);
        await database.NotifyAsync(Topic);
    }

    public void Dispose() => one.Dispose();
}
