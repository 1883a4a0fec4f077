using System.Collections.Concurrent;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Deletes messages whose commit may or may not have happened when the database broke: their callers were told that
/// nothing is stored, and will send again. Thread-safe.
/// </summary>
internal sealed class IntakeUndo(Database database, HostIdentity host, TimeProvider timeProvider) : IBackgroundWork
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<string> doubtful = new();

    public void Add(string messageId) => doubtful.Enqueue(messageId);

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            while (doubtful.TryPeek(out var id) && await TryDeleteAsync(id))
            {
                doubtful.TryDequeue(out _);
            }

            await Task.Delay(Interval, timeProvider, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What another host has begun to send meanwhile stays: it is on its way.
    private async Task<bool> TryDeleteAsync(string id)
    {
        try
        {
            await database.WriteAsync(
            [
                new Statement(
                    "DELETE FROM messages WHERE id = $1 AND ((owner = 0 AND attempt = 0) OR (owner = $2 AND fence = 1))",
                    id,
                    host.Id),
                new Statement(
                    "DELETE FROM idempotency WHERE message_id = $1 AND NOT EXISTS " +
                    "(SELECT 1 FROM messages WHERE id = $1)",
                    id),
            ]);
            return true;
        }
        catch (StorageException)
        {
            return false;
        }
    }
}
