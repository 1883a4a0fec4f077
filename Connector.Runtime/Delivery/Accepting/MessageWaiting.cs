using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Waits for what becomes of a message, whichever host sends it. Thread-safe.</summary>
internal sealed class MessageWaiting(Database database, MessageWaiters waiters, TimeProvider timeProvider)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);

    public MessageWaiters.Waiter Begin(string messageId) => waiters.Add(messageId);

    /// <returns>The message as it is when its host has done its part, or when the time is over.</returns>
    /// <exception cref="StorageException">The message can't be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<MessageResult> WaitAsync(
        string messageId, MessageWaiters.Waiter waiter, TimeSpan most, CancellationToken cancellationToken)
    {
        var began = timeProvider.GetTimestamp();
        while (!waiter.Signaled.IsCompleted)
        {
            var left = most - timeProvider.GetElapsedTime(began);
            if (left <= TimeSpan.Zero || (database.IsShared && await IsSettledAsync(messageId, cancellationToken)))
            {
                break;
            }

            // Another host may be the one that sends it.
            var pause = database.IsShared && LookInterval < left ? LookInterval : left;
            await waiter.Signaled.WaitAsync(pause, timeProvider, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return await ReadAsync(messageId, cancellationToken);
    }

    /// <exception cref="StorageException">It can't be read.</exception>
    public Task<MessageResult> ReadAsync(string messageId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var record = await session.FindAsync(
                    $"SELECT {MessageRecord.Columns} FROM messages WHERE id = $1", MessageRecord.Read, messageId);
                return record?.ToResult(await session.QueryAsync(AttemptRows.Select, AttemptRows.Read, messageId))
                    ?? throw new StorageException(
                        "message_deleted", "The message has just been deleted.", "It was kept as long as configured.");
            },
            cancellationToken);

    private async Task<bool> IsSettledAsync(string messageId, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => session.ReadNumberAsync("SELECT work FROM messages WHERE id = $1", messageId),
            cancellationToken) == (long)MessageWork.None;
}
