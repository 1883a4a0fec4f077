using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Takes one message that this host has through its next step, to the commit. Thread-safe.</summary>
internal sealed class DeliveryRunner(
    MessageOpening opening,
    MessageWorker worker,
    CompletionWriter writer,
    TimeProvider timeProvider,
    ILogger<DeliveryRunner> logger) : IDisposable
{
    private readonly CancellationTokenSource givingUp = new();
    private readonly ConcurrentDictionary<string, byte> underWay = new(StringComparer.Ordinal);
    private int running;

    /// <summary>How many messages are on their way right now.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>Whether a message has been begun here, and what becomes of it is not written yet.</summary>
    public bool IsUnderWay(string messageId) => underWay.ContainsKey(messageId);

    /// <returns>What becomes of it; <see langword="null"/> when that could not be written.</returns>
    public Task<NextStep?> RunAsync(ClaimedRow row) => opening.TryOpen(row) is { } delivery
        ? RunAsync(delivery)
        : WriteAsync(row.Record, DeliveryRules.Unreadable(row.Record), attempt: null);

    /// <inheritdoc cref="RunAsync(ClaimedRow)"/>
    public async Task<NextStep?> RunAsync(ClaimedMessage delivery)
    {
        Interlocked.Increment(ref running);
        underWay.TryAdd(delivery.Record.Id, 0);
        try
        {
            var (step, attempt) = await worker.WorkAsync(delivery);
            var written = await WriteAsync(delivery.Record, step, attempt);

            // Only now: one whose end could not be written for whatever reason may have left.
            underWay.TryRemove(delivery.Record.Id, out _);
            return written;
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    /// <summary>Goes on with a message whose host has died.</summary>
    public Task<NextStep?> TakeOverAsync(ClaimedRow row)
    {
        if (opening.TryOpen(row) is not { } delivery)
        {
            return WriteAsync(row.Record, DeliveryRules.Unreadable(row.Record), attempt: null);
        }

        var (step, attempt) = worker.TakeOver(delivery);
        return WriteAsync(row.Record, step, attempt);
    }

    /// <summary>Stops trying to write what can't be written: the host ends.</summary>
    public void GiveUp() => givingUp.Cancel();

    public void Dispose() => givingUp.Dispose();

    private async Task<NextStep?> WriteAsync(MessageRecord record, NextStep step, MessageAttempt? attempt)
    {
        var isWritten = await writer.WriteAsync(record, step, attempt, timeProvider, givingUp.Token);
        if (isWritten && attempt is not null)
        {
            Log.Sent(
                logger, record.Id, attempt.Connector, attempt.Outcome, attempt.Reason, attempt.ProviderCode);
        }

        return isWritten ? step : null;
    }
}
