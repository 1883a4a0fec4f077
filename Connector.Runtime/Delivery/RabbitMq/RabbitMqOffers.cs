using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Offers messages to all hosts through a broker, so that a free one takes each. Offers can be lost, doubled or
/// stale: the message's row in the database decides whether there is something to do. Thread-safe.
/// </summary>
internal sealed class RabbitMqOffers : IAsyncDisposable
{
    private readonly RabbitMqOptions options;
    private readonly Func<WorkOffer, CancellationToken, Task> handle;
    private readonly TimeProvider time;
    private readonly ILogger<RabbitMqOffers> logger;
    private readonly OfferSubscriptions subscriptions = new();
    private readonly CancellationTokenSource disposed = new();
    private Task run = Task.CompletedTask;
    private volatile BrokerSession? session;
    private volatile string? trouble = "The broker hasn't been connected to yet.";

    /// <param name="options">Must be valid.</param>
    /// <param name="handle">
    /// Called for each offer, several at a time. When it returns, the offer is done with; when it throws, the offer
    /// comes again after a pause, here or at another host, and is parked after many times.
    /// </param>
    /// <param name="time">For pauses and limits.</param>
    /// <param name="logger">Gets changes of state.</param>
    public RabbitMqOffers(
        RabbitMqOptions options,
        Func<WorkOffer, CancellationToken, Task> handle,
        TimeProvider time,
        ILogger<RabbitMqOffers> logger)
    {
        this.options = options;
        this.handle = handle;
        this.time = time;
        this.logger = logger;
    }

    public bool IsConnected => session is not null;

    /// <summary>What is wrong, in a sentence without secrets.</summary>
    /// <value><see langword="null"/>: nothing.</value>
    public string? Trouble => session is { } open ? open.Trouble : trouble;

    internal RabbitMqLimits Limits { get; init; } = new();

    /// <summary>Stays connected until told to stop, then waits for what is being handled. Call it once.</summary>
    public Task RunAsync(CancellationToken stopping) => run = RunUntilAsync(stopping);

    /// <summary>Offers messages once <paramref name="delay"/> is over, possibly earlier, never much later.</summary>
    /// <exception cref="OfferException">
    /// The broker is away, refused, or didn't confirm all within 5 seconds; some may have arrived.
    /// </exception>
    public Task PublishAsync(IReadOnlyList<WorkOffer> offers, TimeSpan delay, CancellationToken cancellationToken) =>
        session is { } open
            ? open.Publisher.PublishAsync(offers, delay, cancellationToken)
            : Task.FromException(new OfferException(trouble ?? "The broker isn't connected."));

    /// <summary>Takes offers to a connector from now on; again with another prefetch to change it.</summary>
    /// <param name="connector">Its name.</param>
    /// <param name="prefetch">How many offers are handled at a time, at least 1.</param>
    public void Subscribe(string connector, int prefetch) => subscriptions.Set(connector, prefetch);

    /// <summary>Takes no further offers; those being handled go on.</summary>
    public void Unsubscribe(string connector) => subscriptions.Remove(connector);

    /// <summary>Counts the offers in a connector's queue that no host has taken.</summary>
    /// <returns><see langword="null"/> when the broker doesn't tell.</returns>
    public Task<long?> CountWaitingAsync(string connector, CancellationToken cancellationToken) =>
        session is { } open
            ? open.CountWaitingAsync(connector, cancellationToken)
            : Task.FromResult<long?>(null);

    /// <summary>Does what stopping does, when that hasn't happened.</summary>
    public async ValueTask DisposeAsync()
    {
        // The container knows the engine by several of its types, and disposes it as each.
        if (disposed.IsCancellationRequested)
        {
            return;
        }

        await disposed.CancelAsync();
        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        disposed.Dispose();
    }

    private async Task RunUntilAsync(CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, disposed.Token);
        var context = new BrokerContext(
            new BrokerEndpoint(new Uri(options.Uri), Limits.Answer),
            new OfferTopology(options.Prefix, Limits.Requeues),
            Limits,
            time,
            logger);
        using var handling = new OfferHandling(handle, context);
        try
        {
            for (var failures = 0; ; failures++)
            {
                if (await RunSessionAsync(context, handling, either.Token))
                {
                    failures = 0;
                }

                await Task.Delay(Limits.Reconnect.After(failures), time, either.Token);
            }
        }
        catch (Exception exception) when (either.IsCancellationRequested && BrokerFaults.Is(exception))
        {
            // A connection may fail in the very moment in which nobody wants it any more.
            await handling.StopAsync();
        }
    }

    /// <returns>Whether there was a connection.</returns>
    private async Task<bool> RunSessionAsync(
        BrokerContext context, OfferHandling handling, CancellationToken stopping)
    {
        BrokerSession open;
        try
        {
            open = await BrokerSession.OpenAsync(context, handling, stopping);
        }
        catch (Exception exception) when (BrokerFaults.Is(exception) && !stopping.IsCancellationRequested)
        {
            Tell(BrokerFaults.Describe(exception, context.Broker));
            return false;
        }

        await using (open)
        {
            await ServeAsync(open, context, handling, stopping);
        }

        return true;
    }

    private async Task ServeAsync(
        BrokerSession open, BrokerContext context, OfferHandling handling, CancellationToken stopping)
    {
        RabbitMqLog.Connected(logger, context.Broker.ToString());
        trouble = null;
        session = open;
        try
        {
            Tell(await open.RunAsync(subscriptions, stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Handlers may still publish, so the session is closed after them.
            await handling.StopAsync();
            trouble = "The host stops.";
            throw;
        }
        finally
        {
            session = null;
        }
    }

    private void Tell(string cause)
    {
        if (cause != trouble)
        {
            RabbitMqLog.NotConnected(logger, cause);
        }

        trouble = cause;
    }
}
