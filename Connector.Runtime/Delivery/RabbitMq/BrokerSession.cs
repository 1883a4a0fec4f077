using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Connector.Runtime.Delivery;

/// <summary>The time from one connecting to the broker to the loss of that connection.</summary>
internal sealed class BrokerSession : IAsyncDisposable
{
    private readonly BrokerContext context;
    private readonly IConnection connection;
    private readonly OfferHandling handling;
    private readonly Dictionary<string, OfferConsumer> consumers = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? trouble;

    private BrokerSession(BrokerContext context, IConnection connection, OfferHandling handling)
    {
        this.context = context;
        this.connection = connection;
        this.handling = handling;
        Publisher = new OfferPublisher(context);
        connection.ConnectionShutdownAsync += (_, _) =>
        {
            lost.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public OfferPublisher Publisher { get; }

    /// <summary>What doesn't work although the connection is there.</summary>
    public string? Trouble => trouble ?? Publisher.Trouble;

    public static async Task<BrokerSession> OpenAsync(
        BrokerContext context, OfferHandling handling, CancellationToken cancellationToken)
    {
        var link = await context.Broker.ConnectAsync("consumer", cancellationToken);
        try
        {
            await using var channel = await link.CreateChannelAsync(cancellationToken: cancellationToken);
            await context.Topology.DeclareAsync(channel, cancellationToken);
            return new BrokerSession(context, link, handling);
        }
        catch
        {
            await context.Broker.CloseAsync(link, context.Time);
            throw;
        }
    }

    /// <summary>Keeps the subscriptions as wanted until the connection is lost.</summary>
    /// <returns>What happened to the connection.</returns>
    /// <exception cref="OperationCanceledException">The token fired; nothing is subscribed to any longer.</exception>
    public async Task<string> RunAsync(OfferSubscriptions subscriptions, CancellationToken stopping)
    {
        try
        {
            while (connection.IsOpen)
            {
                var changed = subscriptions.Changed;
                await ApplyAsync(subscriptions.Current, stopping);
                var nextCheck = Task.Delay(context.Limits.Check, context.Time, stopping);
                await await Task.WhenAny(changed, lost.Task, nextCheck);
            }

            return BrokerFaults.Describe(connection.CloseReason, context.Broker);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            using var limit = new CancellationTokenSource(context.Limits.Answer, context.Time);
            await ApplyAsync(new Dictionary<string, int>(), limit.Token);
            throw;
        }
    }

    /// <inheritdoc cref="RabbitMqOffers.CountWaitingAsync"/>
    public async Task<long?> CountWaitingAsync(string connector, CancellationToken cancellationToken)
    {
        try
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            return await channel.MessageCountAsync(context.Topology.WorkQueue(connector), cancellationToken);
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
        }
        catch (Exception exception) when (BrokerFaults.Is(exception) && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Publisher.DisposeAsync();
        await context.Broker.CloseAsync(connection, context.Time);
    }

    private async Task ApplyAsync(IReadOnlyDictionary<string, int> wanted, CancellationToken cancellationToken)
    {
        foreach (var connector in wanted.Keys.Except(consumers.Keys, StringComparer.Ordinal).ToList())
        {
            consumers.Add(connector, new OfferConsumer(connector, connection, handling, context));
        }

        foreach (var (connector, consumer) in consumers)
        {
            await consumer.ApplyAsync(wanted.GetValueOrDefault(connector), cancellationToken);
        }

        trouble = consumers.Values.Select(consumer => consumer.Trouble).FirstOrDefault(text => text is not null);
    }
}
