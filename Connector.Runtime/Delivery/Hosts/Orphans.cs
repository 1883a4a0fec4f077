using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Gives back messages that are this host's without its knowing: the connection broke after the commit that took them.
/// Nobody has begun to send them.
/// </summary>
internal sealed class Orphans(
    ClaimQueries claims,
    DeliveryRunner runner,
    IDeliveryEngine engine,
    LanePumpServices services,
    IOptions<ConnectorRuntimeOptions> options) : IBackgroundWork
{
    private Dictionary<OwnedMessage, long> seen = [];

    // Between the commit that takes a message and the work on it there is only a moment.
    private TimeSpan Patience => options.Value.Delivery.HostTimeout;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await TryLookAsync();
            await Task.Delay(Patience / 5, services.TimeProvider, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryLookAsync()
    {
        try
        {
            var owned = await claims.FindOwnedAsync();
            var now = services.TimeProvider.GetTimestamp();
            seen = owned.Where(message => !runner.IsUnderWay(message.Id))
                .ToDictionary(message => message, message => seen.GetValueOrDefault(message, now));
            await GiveBackAsync([.. seen.Where(IsOverdue).Select(one => one.Key)]);
        }
        catch (StorageException)
        {
            // The next round finds the same.
        }
    }

    private bool IsOverdue(KeyValuePair<OwnedMessage, long> message) =>
        services.TimeProvider.GetElapsedTime(message.Value) >= Patience;

    private async Task GiveBackAsync(IReadOnlyList<OwnedMessage> orphans)
    {
        if (orphans.Count > 0)
        {
            await claims.GiveBackAsync(orphans);
            Log.GaveBack(services.Logger, orphans.Count);
            engine.WakeAll();
        }
    }
}
