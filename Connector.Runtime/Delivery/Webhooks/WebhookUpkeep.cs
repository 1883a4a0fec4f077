using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>What is done from time to time beside delivering. For one caller at a time.</summary>
internal sealed class WebhookUpkeep(
    Database database,
    SubscriptionReader reader,
    Subscriptions subscriptions,
    WebhookCleanup cleanup,
    TimeProvider timeProvider)
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CleanupInterval = TimeSpan.FromMinutes(1);

    private DateTimeOffset refreshedAt = DateTimeOffset.MinValue;
    private DateTimeOffset cleanedAt = DateTimeOffset.MinValue;
    private volatile bool isStale = true;

    /// <summary>Another host has changed a webhook.</summary>
    public void ForgetSubscriptions() => isStale = true;

    /// <returns>Whether there may be anything to deliver.</returns>
    /// <exception cref="StorageException">The database can't be used.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        if (isStale || (database.IsShared && now - refreshedAt >= RefreshInterval))
        {
            isStale = false;
            await RefreshAsync(cancellationToken);
            refreshedAt = now;
        }

        if (now - cleanedAt >= CleanupInterval)
        {
            await cleanup.RunAsync(cancellationToken);
            cleanedAt = now;
        }

        return subscriptions.Any;
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await reader.RefreshAsync(cancellationToken);
        }
        catch
        {
            isStale = true;
            throw;
        }
    }
}
