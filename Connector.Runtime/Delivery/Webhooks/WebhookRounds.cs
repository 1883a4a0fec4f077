using System.Data.Common;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Begins the attempts that are due, as many as there are slots for. For one caller at a time.</summary>
internal sealed class WebhookRounds(
    WebhookOutbox outbox,
    WebhookAttempts attempts,
    WebhookUpkeep upkeep,
    EventSignal signal,
    ILogger<WebhookRounds> logger)
{
    private readonly WebhookSlots slots = new();
    private readonly List<Task> running = [];

    /// <summary>Looks once what is due and begins with it.</summary>
    /// <param name="cutShort">Ends attempts that are under way.</param>
    /// <param name="cancellationToken">Ends looking.</param>
    /// <exception cref="StorageException">The database can't be used.</exception>
    public async Task RunAsync(CancellationToken cutShort, CancellationToken cancellationToken)
    {
        running.RemoveAll(attempt => attempt.IsCompleted);
        if (!await upkeep.RunAsync(cancellationToken))
        {
            return;
        }

        foreach (var webhook in slots.Order(await outbox.FindDueAsync(cancellationToken)))
        {
            var count = slots.Take(webhook);
            if (count > 0)
            {
                await BeginAsync(webhook, count, cutShort);
            }
        }
    }

    /// <summary>Waits for the attempts that are under way.</summary>
    public Task FinishAsync() => Task.WhenAll(running);

    private async Task BeginAsync(string webhook, int count, CancellationToken cutShort)
    {
        var begun = 0;
        try
        {
            foreach (var claim in await outbox.ClaimAsync(webhook, count))
            {
                running.Add(AttemptAsync(claim, cutShort));
                begun++;
            }
        }
        finally
        {
            slots.Return(webhook, count - begun);
        }
    }

    private async Task AttemptAsync(ClaimedDelivery claim, CancellationToken cutShort)
    {
        var isDelivered = false;
        try
        {
            isDelivered = await attempts.RunAsync(claim, cutShort);
        }
        catch (Exception error) when (error is StorageException or DbException)
        {
            EventLog.EndLost(
                logger, claim.EventId, claim.WebhookId, (error as StorageException)?.Code ?? error.GetType().Name);
        }
        finally
        {
            slots.Return(claim.WebhookId, isDelivered);
            signal.Set();
        }
    }
}
