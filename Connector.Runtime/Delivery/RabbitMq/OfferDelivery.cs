using System.Globalization;
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Connector.Runtime.Delivery;

/// <summary>An offer that the broker gave to this host and wants an answer to.</summary>
/// <param name="Channel">The only one that can answer.</param>
/// <param name="Tag">The broker's number for it.</param>
/// <param name="Offer">What is offered.</param>
/// <param name="Requeues">How often it went back to the queue.</param>
internal sealed record OfferDelivery(IChannel Channel, ulong Tag, WorkOffer Offer, long Requeues)
{
    public static OfferDelivery Read(IChannel channel, string connector, BasicDeliverEventArgs delivery)
    {
        object? count = null;
        delivery.BasicProperties.Headers?.TryGetValue("x-delivery-count", out count);
        var offer = new WorkOffer(Encoding.UTF8.GetString(delivery.Body.Span), connector);
        return new OfferDelivery(
            channel, delivery.DeliveryTag, offer, Convert.ToInt64(count ?? 0, CultureInfo.InvariantCulture));
    }

    public ValueTask AcknowledgeAsync() => Channel.BasicAckAsync(Tag, multiple: false);

    // basic.reject, not basic.nack: since RabbitMQ 4.3 only a reject counts towards the delivery limit.
    public ValueTask RequeueAsync() => Channel.BasicRejectAsync(Tag, requeue: true);

    public ValueTask ParkAsync() => Channel.BasicRejectAsync(Tag, requeue: false);
}
