using RabbitMQ.Client.Exceptions;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Publishes over a connection of its own, which a broker short of memory may block without stopping the consumers, and
/// renews it when it breaks or hangs. Thread-safe.
/// </summary>
internal sealed class OfferPublisher(BrokerContext context) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private Task<PublishingChannel>? current;
    private volatile PublishingChannel? opened;
    private volatile string? failure;
    private bool disposed;

    /// <summary>Why the broker accepts nothing at present, or didn't accept the latest offers.</summary>
    public string? Trouble => opened?.Blocked ?? failure;

    /// <inheritdoc cref="RabbitMqOffers.PublishAsync"/>
    public async Task PublishAsync(
        IReadOnlyList<WorkOffer> offers, TimeSpan delay, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(context.Limits.Publish, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        Task<PublishingChannel>? opening = null;
        PublishingChannel? channel = null;
        var confirmations = 0L;
        try
        {
            opening = Open();
            channel = await opening.WaitAsync(either.Token);
            confirmations = channel.Confirmations;
            ThrowIfBlocked(channel);
            await PublishAsync(channel, offers, context.Topology.ExchangeFor(delay), either.Token);
            failure = null;
        }
        catch (PublishException exception)
        {
            channel?.ForgetQueues();
            throw Fail(DescribeRefusal(exception), exception);
        }
        catch (Exception exception) when (BrokerFaults.Is(exception) && !cancellationToken.IsCancellationRequested)
        {
            ThrowIfBlocked(channel);
            // Where others are confirmed meanwhile, it is one queue that hangs and not the channel.
            if (exception is not OperationCanceledException || channel is null
                || channel.Confirmations == confirmations)
            {
                Discard(opening);
            }

            throw Fail(BrokerFaults.Describe(exception, context.Broker), exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task<PublishingChannel>? last;
        lock (gate)
        {
            disposed = true;
            last = current;
            current = null;
        }

        if (last is not null)
        {
            await CloseAsync(last);
        }
    }

    private static async Task PublishAsync(
        PublishingChannel channel,
        IReadOnlyList<WorkOffer> offers,
        string exchange,
        CancellationToken cancellationToken)
    {
        var publishing = channel.PublishAsync(offers, exchange, cancellationToken);
        try
        {
            // The client has been seen to wait for ever whatever the token says (rabbitmq-dotnet-client issue 1930).
            await publishing.WaitAsync(cancellationToken);
        }
        finally
        {
            IgnoreLateFault(publishing);
        }
    }

    private static void IgnoreLateFault(Task task) => _ = task.ContinueWith(
        late => late.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private static void ThrowIfBlocked(PublishingChannel? channel)
    {
        if (channel?.Blocked is { } reason)
        {
            throw new OfferException(reason);
        }
    }

    private OfferException Fail(string cause, Exception exception)
    {
        failure = cause;
        return new OfferException(cause, exception);
    }

    private string DescribeRefusal(PublishException exception) => exception.IsReturn
        ? $"A queue of the broker at {context.Broker} was deleted; it is made anew with the next offer."
        : $"The broker at {context.Broker} refused an offer.";

    /// <summary>What is open, or being opened for all who wait for it.</summary>
    private Task<PublishingChannel> Open()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (opened is { IsOpen: false })
            {
                Discard(current);
            }

            return current ??= OpenAsync();
        }
    }

    private async Task<PublishingChannel> OpenAsync()
    {
        using var limit = new CancellationTokenSource(context.Limits.Answer, context.Time);
        return opened = await PublishingChannel.OpenAsync(context, limit.Token);
    }

    /// <summary>
    /// Closes it aside: that takes its time when the broker is away, and nobody needs to wait for it.
    /// </summary>
    private void Discard(Task<PublishingChannel>? opening)
    {
        lock (gate)
        {
            if (opening is not null && current == opening)
            {
                current = null;
                opened = null;
                IgnoreLateFault(CloseAsync(opening));
            }
        }
    }

    private static async Task CloseAsync(Task<PublishingChannel> opening)
    {
        try
        {
            await using var channel = await opening;
        }
        catch (Exception exception) when (BrokerFaults.Is(exception))
        {
            // What could not be opened needs no closing.
        }
    }
}
