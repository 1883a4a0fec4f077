using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>Writes what became of messages, and lets everybody know who waits for it. Thread-safe.</summary>
internal sealed class CompletionWriter(
    Database database,
    MessageEvents events,
    MessageWaiters waiters,
    ReceiptUrls receipts,
    IOptions<ConnectorRuntimeOptions> options,
    ILogger<CompletionWriter> logger)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Writes until the database takes it: what a provider did must not be forgotten because a disk is full.
    /// </summary>
    /// <param name="record">The message as it was taken.</param>
    /// <param name="step">What becomes of it.</param>
    /// <param name="attempt">The attempt that has ended, if any.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="giveUp">Fires when the host ends; then the message is left for the next one to find.</param>
    /// <returns>Whether it was written and still was this host's to write.</returns>
    public async Task<bool> WriteAsync(
        MessageRecord record,
        NextStep step,
        MessageAttempt? attempt,
        TimeProvider timeProvider,
        CancellationToken giveUp)
    {
        var statements = Statements(record, step, attempt, timeProvider.GetUtcNow());
        while (true)
        {
            try
            {
                var changed = await database.WriteAsync(statements);
                return Tell(record, step, changed[^1] > 0);
            }
            catch (StorageException error)
            {
                Log.CompletionDelayed(logger, record.Id, error.Code);
            }

            if (giveUp.IsCancellationRequested)
            {
                return false;
            }

            await Task.Delay(RetryDelay, timeProvider, giveUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private List<Statement> Statements(
        MessageRecord record, NextStep step, MessageAttempt? attempt, DateTimeOffset now)
    {
        var statements = new List<Statement>(2);
        if (attempt is not null)
        {
            statements.Add(Completion.ToStatement(record, attempt));
        }

        if (step.Status != record.Status)
        {
            statements.AddRange(events.Record(Completion.ToResult(record, step, attempt), step.Status, record.Fence));
        }

        statements.Add(Completion.ToStatement(
            record, step, now, options.Value.Delivery, takesReceipts: receipts.IsConfigured));
        return statements;
    }

    private bool Tell(MessageRecord record, NextStep step, bool isWritten)
    {
        if (!isWritten)
        {
            Log.FencedOff(logger, record.Id);
            return false;
        }

        if (step.Work == MessageWork.None)
        {
            waiters.Signal(record.Id);
        }

        return true;
    }
}
