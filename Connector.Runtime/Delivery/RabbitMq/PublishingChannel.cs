using System.Collections.Concurrent;
using System.Text;
using RabbitMQ.Client;

namespace Connector.Runtime.Delivery;

/// <summary>A connection with one channel whose every publish the broker confirms. Thread-safe.</summary>
internal sealed class PublishingChannel : IAsyncDisposable
{
    private static readonly BasicProperties Persistent = new() { Persistent = true };

    private readonly BrokerContext context;
    private readonly IConnection connection;
    private readonly IChannel channel;
    private readonly ConcurrentDictionary<string, bool> declared = new(StringComparer.Ordinal);
    private volatile string? blocked;
    private long confirmations;

    private PublishingChannel(BrokerContext context, IConnection connection, IChannel channel)
    {
        this.context = context;
        this.connection = connection;
        this.channel = channel;
        connection.ConnectionBlockedAsync += (_, reason) => BlockAsync(reason.Reason);
        connection.ConnectionUnblockedAsync += (_, _) => UnblockAsync();
    }

    public bool IsOpen => channel.IsOpen;

    /// <summary>How many offers the broker has confirmed on it so far.</summary>
    public long Confirmations => Volatile.Read(ref confirmations);

    /// <summary>Why the broker accepts nothing at present.</summary>
    public string? Blocked => blocked;

    public static async Task<PublishingChannel> OpenAsync(BrokerContext context, CancellationToken cancellationToken)
    {
        var link = await context.Broker.ConnectAsync("publisher", cancellationToken);
        try
        {
            // Without a limiter of the client's own: it delays publishes, and their number is limited by the callers.
            var options = new CreateChannelOptions(
                publisherConfirmationsEnabled: true,
                publisherConfirmationTrackingEnabled: true,
                outstandingPublisherConfirmationsRateLimiter: null);
            var confirming = await link.CreateChannelAsync(options, cancellationToken);
            return new PublishingChannel(context, link, confirming);
        }
        catch
        {
            await context.Broker.CloseAsync(link, context.Time);
            throw;
        }
    }

    public async Task PublishAsync(
        IReadOnlyList<WorkOffer> offers, string exchange, CancellationToken cancellationToken)
    {
        foreach (var connector in offers.Select(offer => offer.Connector).Distinct(StringComparer.Ordinal))
        {
            await DeclareAsync(connector, cancellationToken);
        }

        await Task.WhenAll(offers.Select(offer => PublishAsync(offer, exchange, cancellationToken)));
    }

    /// <summary>Somebody deleted queues: they are declared again when they are needed.</summary>
    public void ForgetQueues() => declared.Clear();

    public async ValueTask DisposeAsync() => await context.Broker.CloseAsync(connection, context.Time);

    private async Task PublishAsync(WorkOffer offer, string exchange, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(offer.MessageId);
        await channel.BasicPublishAsync(
            exchange, offer.Connector, mandatory: true, Persistent, body, cancellationToken);
        Interlocked.Increment(ref confirmations);
    }

    private async Task DeclareAsync(string connector, CancellationToken cancellationToken)
    {
        if (!declared.ContainsKey(connector))
        {
            await context.Topology.DeclareWorkQueueAsync(channel, connector, cancellationToken);
            declared[connector] = true;
        }
    }

    private Task BlockAsync(string reason)
    {
        blocked = $"The broker at {context.Broker} accepts no offers: it is short of memory or disk space.";
        RabbitMqLog.Blocked(context.Logger, reason);
        return Task.CompletedTask;
    }

    private Task UnblockAsync()
    {
        blocked = null;
        RabbitMqLog.Unblocked(context.Logger);
        return Task.CompletedTask;
    }
}
