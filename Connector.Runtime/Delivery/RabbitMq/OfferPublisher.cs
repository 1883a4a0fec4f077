using RabbitMQ.Client.Exceptions;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Publishes over a connection of its own, which a broker short of memory may block without stopping the consumers, and
/// renews it when it breaks or hangs. Thread-safe.
/// </summary>
internal sealed class OfferPublisher(BrokerContext context) : IAsyncDisposable
{
    private readonly SemaphoreSlim opening = new(1, 1);
    private PublishingChannel? current;

    /// <summary>Why the broker accepts nothing at present.</summary>
    public string? Trouble => Volatile.Read(ref current)?.Blocked;

    /// <inheritdoc cref="RabbitMqOffers.PublishAsync"/>
    public async Task PublishAsync(
        IReadOnlyList<WorkOffer> offers, TimeSpan delay, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(context.Limits.Publish, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        PublishingChannel? channel = null;
        try
        {
            channel = await OpenAsync(either.Token);
            ThrowIfBlocked(channel);
            await PublishAsync(channel, offers, context.Topology.ExchangeFor(delay), either.Token);
        }
        catch (PublishException exception)
        {
            channel?.ForgetQueues();
            throw new OfferException(DescribeRefusal(exception), exception);
        }
        catch (Exception exception) when (BrokerFaults.Is(exception) && !cancellationToken.IsCancellationRequested)
        {
            ThrowIfBlocked(channel);
            Discard(channel);
            throw new OfferException(BrokerFaults.Describe(exception, context.Broker), exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref current, null) is { } channel)
        {
            await channel.DisposeAsync();
        }

        opening.Dispose();
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

    private string DescribeRefusal(PublishException exception) => exception.IsReturn
        ? $"A queue of the broker at {context.Broker} was deleted; it is made anew with the next offer."
        : $"The broker at {context.Broker} refused an offer.";

    private async Task<PublishingChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref current) is { IsOpen: true } open)
        {
            return open;
        }

        await opening.WaitAsync(cancellationToken);
        try
        {
            if (current is { IsOpen: true } meanwhile)
            {
                return meanwhile;
            }

            Discard(current);
            var channel = await PublishingChannel.OpenAsync(context, cancellationToken);
            Volatile.Write(ref current, channel);
            return channel;
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Closes it aside: that takes its time when the broker is away, and nobody needs to wait for it.</summary>
    private void Discard(PublishingChannel? channel)
    {
        if (channel is not null && Interlocked.CompareExchange(ref current, null, channel) == channel)
        {
            IgnoreLateFault(channel.DisposeAsync().AsTask());
        }
    }
}
