using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Takes the offers to one connector. Its channel stays for the session, so that they can be answered.
/// </summary>
internal sealed class OfferConsumer(
    string connector, IConnection connection, OfferHandling handling, BrokerContext context)
{
    private IChannel? channel;
    private AsyncEventingBasicConsumer? consumer;
    private int prefetch;

    /// <summary>Why no offers arrive.</summary>
    public string? Trouble { get; private set; }

    /// <param name="wanted">How many offers to have at a time; zero for none.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task ApplyAsync(int wanted, CancellationToken cancellationToken)
    {
        if (IsAsWanted(wanted))
        {
            return;
        }

        try
        {
            await ChangeAsync(wanted, cancellationToken);
            Trouble = null;
        }
        catch (Exception exception) when (BrokerFaults.Is(exception) && !cancellationToken.IsCancellationRequested)
        {
            Tell(BrokerFaults.Describe(exception, context.Broker));
        }
    }

    private bool IsAsWanted(int wanted) => wanted == 0
        ? consumer is null
        : wanted == prefetch && channel is { IsOpen: true } && consumer is { IsRunning: true };

    private async Task ChangeAsync(int wanted, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(cancellationToken);
        if (consumer is { IsRunning: true })
        {
            await open.BasicCancelAsync(consumer.ConsumerTags[0], cancellationToken: cancellationToken);
        }

        consumer = null;
        if (wanted == 0)
        {
            RabbitMqLog.Unsubscribed(context.Logger, connector);
            return;
        }

        await ConsumeAsync(open, wanted, cancellationToken);
        RabbitMqLog.Subscribed(context.Logger, connector, wanted);
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (channel is { IsOpen: true })
        {
            return channel;
        }

        consumer = null;
        channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        return channel;
    }

    private async Task ConsumeAsync(IChannel open, int wanted, CancellationToken cancellationToken)
    {
        await context.Topology.DeclareWorkQueueAsync(open, connector, cancellationToken);
        // The prefetch is that of the consumers which come after it on this channel.
        var limit = (ushort)Math.Min(wanted, ushort.MaxValue);
        await open.BasicQosAsync(prefetchSize: 0, limit, global: false, cancellationToken);
        var next = new AsyncEventingBasicConsumer(open);
        next.ReceivedAsync += (_, delivery) =>
        {
            handling.Start(OfferDelivery.Read(open, connector, delivery));
            return Task.CompletedTask;
        };
        await open.BasicConsumeAsync(
            context.Topology.WorkQueue(connector), autoAck: false, next, cancellationToken);
        consumer = next;
        prefetch = wanted;
    }

    private void Tell(string trouble)
    {
        if (trouble != Trouble)
        {
            RabbitMqLog.NotSubscribed(context.Logger, connector, trouble);
        }

        Trouble = trouble;
    }
}
