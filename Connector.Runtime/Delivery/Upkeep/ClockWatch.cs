using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Notices when the clock is set back, and makes what then seems to be due far in the future due now: a retry comes
/// early once, instead of an hour late.
/// </summary>
internal sealed class ClockWatch(
    Database database, TimeProvider timeProvider, IDeliveryEngine engine, ILogger<ClockWatch> logger) : IBackgroundWork
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken stopping)
    {
        // The clock may have been set back while no host ran.
        var back = await FindFutureAsync();
        while (!stopping.IsCancellationRequested)
        {
            if (back > Tolerance)
            {
                await TryMakeDueAsync(back);
            }

            var wall = timeProvider.GetUtcNow();
            var timestamp = timeProvider.GetTimestamp();
            await Task.Delay(Interval, timeProvider, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            back = wall + timeProvider.GetElapsedTime(timestamp) - timeProvider.GetUtcNow();
        }
    }

    private async Task<TimeSpan> FindFutureAsync()
    {
        try
        {
            var now = timeProvider.GetUtcNow();
            var newest = await database.ReadAsync(session => session.ReadNumberAsync(
                "SELECT COALESCE(MAX(created_at), 0) FROM messages WHERE work <> 0 AND owner = 0"));
            return Instants.FromStored(newest) - now;
        }
        catch (StorageException)
        {
            return TimeSpan.Zero;
        }
    }

    private async Task TryMakeDueAsync(TimeSpan back)
    {
        Log.ClockSetBack(logger, back);
        try
        {
            await database.WriteAsync(
            [
                new Statement(
                    "UPDATE messages SET due_at = $1 WHERE work <> 0 AND owner = 0 AND due_at > $1",
                    timeProvider.GetUtcNow().ToStored()),
            ]);
            engine.WakeAll();
        }
        catch (StorageException)
        {
            // Those messages come late, or expire.
        }
    }
}
