using System.Diagnostics;
using System.Text;
using Connector.Runtime.Delivery;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using TestServers;

namespace Connector.Runtime.Tests.Delivery;

internal sealed class RabbitMqOffersTests
{
    private RabbitMqServer server;

    [SetUp]
    public async Task StartServer() => server = await SharedServers.RabbitMqOrIgnoreAsync();

    [Test]
    public async Task An_offer_that_always_fails_comes_again_until_it_is_parked()
    {
        var tries = 0;
        await using var host = new OffersFixture(server.Uri)
        {
            Limits = OffersFixture.Quick with { Requeues = 3 },
            Handle = (_, _) => throw new InvalidOperationException($"try {++tries}"),
        };
        await host.StartConnectedAsync();
        host.Offers.Subscribe("a", 1);

        await host.PublishAsync("a", "msg_poison");
        var line = await host.Log.NextAsync(2205);

        Assert.That(tries, Is.EqualTo(4));
        Assert.That(line, Does.Contain("msg_poison").And.Contain("connector a failed 4 times"));
        Assert.That(await ReadParkedAsync(host.Prefix), Is.EqualTo("msg_poison"));
        Assert.That(await host.CountWaitingAsync("a"), Is.Zero);
    }

    [Test]
    public async Task A_failure_does_not_hold_back_other_offers_and_a_later_success_ends_it()
    {
        var failures = new HashSet<string> { "2" };
        OffersFixture host = null!;
        host = new OffersFixture(server.Uri)
        {
            Handle = (offer, token) => failures.Remove(offer.MessageId)
                ? throw new InvalidOperationException("once")
                : host.HandleAsync(offer, token),
        };
        await using var disposal = host;
        await host.StartConnectedAsync();
        host.Offers.Subscribe("a", 1);

        await host.PublishAsync("a", "1", "2", "3");

        var handled = await host.ReadHandledAsync(3);
        Assert.That(handled.Select(offer => offer.MessageId), Is.EquivalentTo(new[] { "1", "2", "3" }));
    }

    [Test]
    public async Task An_offer_whose_queue_was_deleted_is_refused_and_the_next_one_makes_the_queue_again()
    {
        await using var host = await new OffersFixture(server.Uri).StartConnectedAsync();
        await host.PublishAsync("a", "1");
        await DeleteQueueAsync($"{host.Prefix}.work.a");

        Assert.That(
            async () => await host.PublishAsync("a", "2"),
            Throws.InstanceOf<OfferException>().With.Message.Contains("was deleted"));

        await host.PublishAsync("a", "3");
        Assert.That(await host.CountWaitingAsync("a"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_subscription_survives_that_its_queue_is_deleted()
    {
        await using var host = await new OffersFixture(server.Uri).StartConnectedAsync();
        host.Offers.Subscribe("a", 1);
        await host.Log.NextAsync(2202);

        await DeleteQueueAsync($"{host.Prefix}.work.a");
        await host.Log.NextAsync(2202);

        await host.PublishAsync("a", "1");
        Assert.That(await host.ReadHandledAsync(1), Is.EqualTo(new[] { new WorkOffer("1", "a") }));
    }

    [Test]
    public async Task Confirmed_offers_wait_for_a_host_that_subscribes()
    {
        await using var host = await new OffersFixture(server.Uri).StartConnectedAsync();
        await host.PublishAsync("a", "1", "2");
        Assert.That(await host.CountWaitingAsync("a"), Is.EqualTo(2));
        Assert.That(await host.CountWaitingAsync("unknown"), Is.Zero);

        host.Offers.Subscribe("a", 10);

        Assert.That(
            await host.ReadHandledAsync(2),
            Is.EquivalentTo(new[] { new WorkOffer("1", "a"), new WorkOffer("2", "a") }));
        Assert.That(host.Offers.Trouble, Is.Null);
    }

    [Test]
    public async Task Delayed_offers_come_to_the_queue_of_their_connector_in_the_order_of_their_delays()
    {
        await using var host = await new OffersFixture(server.Uri).StartConnectedAsync();
        host.Offers.Subscribe("a", 10);
        host.Offers.Subscribe("b", 10);
        var clock = Stopwatch.StartNew();

        await host.PublishAsync(TimeSpan.FromSeconds(2.5), "b", "later");
        await host.PublishAsync(TimeSpan.FromMilliseconds(10), "a", "sooner");

        var handled = await host.ReadHandledAsync(2);
        Assert.That(handled, Is.EqualTo(new[] { new WorkOffer("sooner", "a"), new WorkOffer("later", "b") }));
        // The broker's clock and this one may differ a little.
        Assert.That(clock.Elapsed, Is.GreaterThan(TimeSpan.FromSeconds(1.9)));
    }

    [Test]
    public async Task Only_as_many_are_handled_at_a_time_as_asked_for()
    {
        using var held = new SemaphoreSlim(0);
        OffersFixture host = null!;
        host = new OffersFixture(server.Uri)
        {
            Handle = async (offer, token) =>
            {
                await host.HandleAsync(offer, token);
                await held.WaitAsync(token);
            },
        };
        await using var disposal = host;
        await host.StartConnectedAsync();
        await host.PublishAsync("a", "1", "2", "3", "4", "5", "6");

        host.Offers.Subscribe("a", 2);
        await host.ReadHandledAsync(2);
        Assert.That(await host.CountWaitingAsync("a"), Is.EqualTo(4));

        // What is under way isn't part of the new number.
        host.Offers.Subscribe("a", 3);
        await host.ReadHandledAsync(3);
        Assert.That(await host.CountWaitingAsync("a"), Is.EqualTo(1));

        held.Release(6);
        Assert.That(await host.ReadHandledAsync(1), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task After_unsubscribing_no_offer_is_taken()
    {
        await using var host = await new OffersFixture(server.Uri).StartConnectedAsync();
        host.Offers.Subscribe("a", 10);
        await host.Log.NextAsync(2202);

        host.Offers.Unsubscribe("a");
        await host.Log.NextAsync(2210);

        await host.PublishAsync("a", "1");
        Assert.That(await host.CountWaitingAsync("a"), Is.EqualTo(1));
        Assert.That(host.Handled.Count, Is.Zero);
    }

    [Test]
    public async Task Stopping_waits_for_handlers_which_may_still_publish()
    {
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        OffersFixture host = null!;
        host = new OffersFixture(server.Uri)
        {
            Handle = async (_, _) =>
            {
                begun.SetResult();
                await end.Task;
                await host.PublishAsync("b", "2");
            },
        };
        await using var disposal = host;
        await host.StartConnectedAsync();
        host.Offers.Subscribe("a", 1);
        await host.PublishAsync("a", "1");
        await begun.Task.WaitAsync(OffersFixture.Limit);

        var stop = host.StopAsync();
        await host.Log.NextAsync(2210);
        Assert.That(stop.IsCompleted, Is.False);
        end.SetResult();
        await stop;

        await using var next = await new OffersFixture(server.Uri, host.Prefix).StartConnectedAsync();
        Assert.That(await next.CountWaitingAsync("a"), Is.Zero);
        Assert.That(await next.CountWaitingAsync("b"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_handler_that_does_not_end_is_given_up_and_its_offer_comes_to_the_next_host()
    {
        var begun = new TaskCompletionSource();
        await using var host = new OffersFixture(server.Uri)
        {
            Limits = OffersFixture.Quick with { Stop = TimeSpan.FromMilliseconds(50) },
            Handle = (_, token) =>
            {
                begun.SetResult();
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            },
        };
        await host.StartConnectedAsync();
        host.Offers.Subscribe("a", 1);
        await host.PublishAsync("a", "1");
        await begun.Task.WaitAsync(OffersFixture.Limit);

        await host.StopAsync();

        Assert.That(await host.Log.NextAsync(2209), Does.StartWith("1 offers"));
        await using var next = await new OffersFixture(server.Uri, host.Prefix).StartConnectedAsync();
        next.Offers.Subscribe("a", 1);
        Assert.That(await next.ReadHandledAsync(1), Is.EqualTo(new[] { new WorkOffer("1", "a") }));
    }

    private async Task<IConnection> ConnectAsync() =>
        await new ConnectionFactory { Uri = server.Uri }.CreateConnectionAsync();

    private async Task DeleteQueueAsync(string queue)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeleteAsync(queue);
    }

    private async Task<string> ReadParkedAsync(string prefix)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        var parked = new TaskCompletionSource<string>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            parked.SetResult(Encoding.UTF8.GetString(delivery.Body.Span));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync($"{prefix}.parking", autoAck: true, consumer);
        return await parked.Task.WaitAsync(OffersFixture.Limit);
    }
}
