using System.Globalization;
using RabbitMQ.Client;

namespace Connector.Runtime.Delivery;

/// <summary>
/// The exchanges and queues of one installation. Offers keep the connector's name as routing key throughout.
/// </summary>
internal sealed class OfferTopology(string prefix, int requeues)
{
    private const long MaxParked = 10_000;

    // The broker then keeps an offer until it has arrived in the next queue, also when it crashes on the way.
    private static readonly Dictionary<string, object?> AtLeastOnce = new()
    {
        ["x-queue-type"] = "quorum",
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };

    /// <summary>Leads to the queue of the connector that is the routing key.</summary>
    public string WorkExchange { get; } = $"{prefix}.work";

    /// <summary>Takes offers that could not be handled, for somebody to look at; the oldest make room.</summary>
    public string Parking { get; } = $"{prefix}.parking";

    public string WorkQueue(string connector) => $"{WorkExchange}.{connector}";

    /// <summary>Where an offer is published that is due after a delay.</summary>
    public string ExchangeFor(TimeSpan delay) => DelaySteps.For(delay) is { } step ? Wait(step) : WorkExchange;

    /// <summary>Declares everything but the connectors' queues.</summary>
    public async Task DeclareAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await DeclareExchangeAsync(channel, WorkExchange, ExchangeType.Direct, cancellationToken);
        await DeclarePairAsync(channel, Parking, ParkingArguments(), cancellationToken);
        foreach (var step in DelaySteps.All)
        {
            await DeclarePairAsync(channel, Wait(step), WaitArguments(step), cancellationToken);
        }
    }

    public async Task DeclareWorkQueueAsync(IChannel channel, string connector, CancellationToken cancellationToken)
    {
        var queue = WorkQueue(connector);
        await DeclareQueueAsync(channel, queue, WorkArguments(), cancellationToken);
        await channel.QueueBindAsync(queue, WorkExchange, connector, cancellationToken: cancellationToken);
    }

    private static Task DeclareExchangeAsync(
        IChannel channel, string name, string type, CancellationToken cancellationToken) =>
        channel.ExchangeDeclareAsync(name, type, durable: true, cancellationToken: cancellationToken);

    private static async Task DeclareQueueAsync(
        IChannel channel, string name, Dictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        await channel.QueueDeclareAsync(
            name, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellationToken);

    /// <summary>A queue that takes whatever its exchange gets: the routing key stays free for the connector.</summary>
    private static async Task DeclarePairAsync(
        IChannel channel, string name, Dictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        await DeclareExchangeAsync(channel, name, ExchangeType.Fanout, cancellationToken);
        await DeclareQueueAsync(channel, name, arguments, cancellationToken);
        await channel.QueueBindAsync(name, name, "", cancellationToken: cancellationToken);
    }

    private static Dictionary<string, object?> ParkingArguments() =>
        new() { ["x-queue-type"] = "quorum", ["x-max-length"] = MaxParked };

    private Dictionary<string, object?> WorkArguments() =>
        new(AtLeastOnce) { ["x-dead-letter-exchange"] = Parking, ["x-delivery-limit"] = requeues };

    private Dictionary<string, object?> WaitArguments(TimeSpan step) =>
        new(AtLeastOnce)
        {
            ["x-dead-letter-exchange"] = WorkExchange,
            ["x-message-ttl"] = (long)step.TotalMilliseconds,
        };

    private string Wait(TimeSpan step) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}.wait.{(int)step.TotalSeconds}s");
}
