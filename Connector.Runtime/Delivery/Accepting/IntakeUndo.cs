using System.Collections.Concurrent;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Clears up messages whose commit may or may not have happened when the database broke: their callers were told to
/// send
/// again. Thread-safe.
/// </summary>
internal sealed class IntakeUndo(
    Database database, HostIdentity host, IDeliveryEngine engine, TimeProvider timeProvider)
    : IBackgroundWork
{
    private const string IsUntouched = "((owner = 0 AND attempt = 0) OR (owner = $2 AND fence = 1))";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<(string Id, bool HasKey)> doubtful = new();

    /// <param name="messageId">The message.</param>
    /// <param name="hasKey">
    /// Whether it was to be stored with an idempotency key. Then it stays, if it is there: sent again it is the same
    /// message, and a caller who was quick has that answer already.
    /// </param>
    public void Add(string messageId, bool hasKey) => doubtful.Enqueue((messageId, hasKey));

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            while (doubtful.TryPeek(out var one) && await TryClearUpAsync(one.Id, one.HasKey))
            {
                doubtful.TryDequeue(out _);
            }

            await Task.Delay(Interval, timeProvider, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryClearUpAsync(string id, bool hasKey)
    {
        try
        {
            var changed = await database.WriteAsync([hasKey ? Release(id) : Delete(id)]);
            if (hasKey && changed[0] > 0)
            {
                engine.WakeAll();
            }

            return true;
        }
        catch (StorageException)
        {
            return false;
        }
    }

    // Nobody works on it, although it is this host's.
    private Statement Release(string id) => new(
        $"UPDATE messages SET owner = 0, attempt = 0 WHERE id = $1 AND {IsUntouched}", id, host.Id);

    // What another host has begun to send meanwhile stays: it is on its way.
    private Statement Delete(string id) => new($"DELETE FROM messages WHERE id = $1 AND {IsUntouched}", id, host.Id);
}
