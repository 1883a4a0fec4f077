using System.Threading.Channels;
using Connector.Runtime.Connectors;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Lets a broker decide which host works on which message. The message's row decides whether there is work at all, so
/// an offer that is lost, doubled or stale does no harm.
/// </summary>
internal sealed class RabbitMqEngine : IDeliveryEngine, IAsyncDisposable
{
    private const int MostAtOnce = 500;

    private readonly Channel<(WorkOffer Offer, TimeSpan Delay)> outgoing =
        Channel.CreateUnbounded<(WorkOffer, TimeSpan)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly RabbitMqOffers offers;
    private readonly OfferTaking taking;
    private readonly OfferSweep sweep;
    private readonly ConnectorTable table;
    private readonly int concurrency;

    public RabbitMqEngine(
        RabbitMqServices services,
        OfferTaking taking,
        OfferSweep sweep,
        ConnectorTable table,
        IOptions<ConnectorRuntimeOptions> options)
    {
        var delivery = options.Value.Delivery;
        offers = new RabbitMqOffers(
            delivery.RabbitMq, (offer, _) => taking.TakeAsync(offer, Offer), services.TimeProvider, services.Logger);
        this.taking = taking;
        this.sweep = sweep;
        this.table = table;
        concurrency = delivery.Concurrency;
    }

    public string? Trouble => offers.Trouble;

    // Every message goes through the broker, so that the least busy host gets it.
    public bool TryReserve(string connector) => false;

    public void Release(string connector)
    {
        // There was no place.
    }

    public void Start(ClaimedMessage delivery) =>
        throw new InvalidOperationException("No message is this host's before the broker offers it.");

    public void Offer(string messageId, string connector, TimeSpan delay) =>
        outgoing.Writer.TryWrite((new WorkOffer(messageId, connector), delay));

    public void WakeAll() => sweep.Hurry();

    public async Task RunAsync(CancellationToken stopping)
    {
        table.OnChanged(Subscribe);
        Subscribe();
        await Task.WhenAll(
            offers.RunAsync(stopping),
            PublishAsync(stopping),
            sweep.RunAsync(offers, offer => Offer(offer.MessageId, offer.Connector, TimeSpan.Zero), Take, stopping));
    }

    public ValueTask DisposeAsync() => offers.DisposeAsync();

    private Task Take(WorkOffer offer) => taking.TakeAsync(offer, Offer);

    private void Subscribe()
    {
        foreach (var connector in table.Current.Infos)
        {
            var limit = Math.Min(connector.Concurrency ?? concurrency, concurrency);
            if (connector.State == ConnectorState.Running)
            {
                offers.Subscribe(connector.Name, limit);
            }
            else
            {
                offers.Unsubscribe(connector.Name);
            }
        }
    }

    private async Task PublishAsync(CancellationToken stopping)
    {
        while (await outgoing.Reader.WaitToReadAsync(stopping))
        {
            var batch = new List<(WorkOffer Offer, TimeSpan Delay)>();
            while (batch.Count < MostAtOnce && outgoing.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            foreach (var group in batch.GroupBy(entry => DelaySteps.For(entry.Delay)))
            {
                await TryPublishAsync([.. group.Select(entry => entry.Offer)], group.Key ?? TimeSpan.Zero, stopping);
            }
        }
    }

    private async Task TryPublishAsync(WorkOffer[] group, TimeSpan delay, CancellationToken stopping)
    {
        try
        {
            await offers.PublishAsync(group, delay, stopping);
        }
        catch (OfferException)
        {
            // The sweep offers these messages again once the broker is back.
        }
    }
}
