using System.Data.Common;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Sends events to their webhooks for as long as the application runs.</summary>
internal sealed class WebhookWorker(
    WebhookRounds rounds,
    WebhookUpkeep upkeep,
    EventSignal signal,
    Database database,
    ILogger<WebhookWorker> logger) : IBackgroundWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Attempts that take longer than this when the application stops are cut short and made again later.
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(5);

    private bool isInTrouble;

    public async Task RunAsync(CancellationToken stopping)
    {
        database.Listen(SubscriptionReader.Topic, () =>
        {
            upkeep.ForgetSubscriptions();
            signal.Set();
        });
        using var cutShort = new CancellationTokenSource();
        while (!stopping.IsCancellationRequested)
        {
            await RunRoundAsync(cutShort.Token, stopping);
            await signal.WaitAsync(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await EndAsync(cutShort);
    }

    private async Task RunRoundAsync(CancellationToken cutShort, CancellationToken stopping)
    {
        try
        {
            await rounds.RunAsync(cutShort, stopping);
            if (isInTrouble)
            {
                EventLog.Resumed(logger);
            }

            isInTrouble = false;
        }
        catch (Exception error) when (error is StorageException or DbException)
        {
            if (!isInTrouble)
            {
                EventLog.Interrupted(logger, (error as StorageException)?.Code ?? error.GetType().Name);
            }

            isInTrouble = true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nothing new is begun.
        }
    }

    private async Task EndAsync(CancellationTokenSource cutShort)
    {
        cutShort.CancelAfter(LastWait);
        await rounds.FinishAsync();
    }
}
