namespace Connector.Runtime.Delivery;

/// <summary>
/// Handles offers side by side and tells the broker what became of them. Outlives a session: what was begun is
/// brought to its end although the broker, no longer connected, will offer it again.
/// </summary>
internal sealed class OfferHandling(Func<WorkOffer, CancellationToken, Task> handle, BrokerContext context)
    : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource givenUp = new();
    private readonly Lock gate = new();
    private TaskCompletionSource idle = CompletedSignal();
    private int running;

    /// <summary>Returns at once; <see cref="StopAsync"/> waits for the end.</summary>
    public void Start(OfferDelivery delivery)
    {
        lock (gate)
        {
            if (running++ == 0)
            {
                idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        _ = RunAsync(delivery);
    }

    /// <summary>Waits for what is being handled, then cancels it. May be called again.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        if (givenUp.IsCancellationRequested)
        {
            return;
        }

        Task done;
        lock (gate)
        {
            done = idle.Task;
        }

        try
        {
            await done.WaitAsync(context.Limits.Stop, context.Time);
        }
        catch (TimeoutException)
        {
            RabbitMqLog.HandlersGivenUp(context.Logger, Volatile.Read(ref running), context.Limits.Stop);
            await givenUp.CancelAsync();
        }
    }

    public void Dispose()
    {
        stopping.Dispose();
        givenUp.Dispose();
    }

    private static TaskCompletionSource CompletedSignal()
    {
        var signal = new TaskCompletionSource();
        signal.SetResult();
        return signal;
    }

    private async Task RunAsync(OfferDelivery delivery)
    {
        try
        {
            await HandleAsync(delivery);
        }
        catch (Exception exception) when (BrokerFaults.Is(exception))
        {
            RabbitMqLog.NotSettled(context.Logger, delivery.Offer.MessageId);
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            if (--running == 0)
            {
                idle.SetResult();
            }
        }
    }

    private async Task HandleAsync(OfferDelivery delivery)
    {
        try
        {
            await handle(delivery.Offer, givenUp.Token);
        }
        catch (OperationCanceledException) when (givenUp.IsCancellationRequested)
        {
            // The connection is closed next, and the broker offers it to somebody else.
            return;
        }
        // Whatever the handler's fault is, one offer must not end the work on all others.
        catch (Exception exception)
        {
            await FailAsync(delivery, exception);
            return;
        }

        await delivery.AcknowledgeAsync();
    }

    private async Task FailAsync(OfferDelivery delivery, Exception exception)
    {
        var (messageId, connector) = delivery.Offer;
        if (delivery.Requeues >= context.Limits.Requeues)
        {
            var queue = context.Topology.Parking;
            RabbitMqLog.Parked(context.Logger, messageId, connector, delivery.Requeues + 1, queue, exception);
            await delivery.ParkAsync();
            return;
        }

        RabbitMqLog.Requeued(context.Logger, messageId, delivery.Requeues + 1, exception);
        await PauseAsync(context.Limits.Requeue.After(delivery.Requeues));
        await delivery.RequeueAsync();
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, context.Time, stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The host stops: another one may have better luck right now.
        }
    }
}
