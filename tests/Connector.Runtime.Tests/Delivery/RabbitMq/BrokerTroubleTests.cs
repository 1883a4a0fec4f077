using System.Net;
using System.Net.Sockets;
using Connector.Runtime.Delivery;
using TestServers;

namespace Connector.Runtime.Tests.Delivery;

internal sealed class BrokerTroubleTests
{
    [Test]
    public async Task A_wrong_password_is_named_but_never_shown()
    {
        var server = await SharedServers.RabbitMqOrIgnoreAsync();
        var broker = new UriBuilder(server.Uri) { Password = "s3cret-0815" }.Uri;
        await using var host = new OffersFixture(broker);

        host.Start();
        var line = await host.Log.NextAsync(2201);

        Assert.That(host.Offers.Trouble, Does.Contain("refuses the user name or the password"));
        Assert.That(line, Does.Contain(host.Offers.Trouble).And.Not.Contain("s3cret-0815"));
        Assert.That(host.Offers.IsConnected, Is.False);
    }

    [Test]
    public async Task A_missing_virtual_host_is_named()
    {
        var server = await SharedServers.RabbitMqOrIgnoreAsync();
        await using var host = new OffersFixture(new UriBuilder(server.Uri) { Path = "/missing" }.Uri);

        host.Start();
        await host.Log.NextAsync(2201);

        Assert.That(host.Offers.Trouble, Does.Contain("has no virtual host 'missing'"));
    }

    [Test]
    public async Task A_queue_with_other_settings_is_named()
    {
        var server = await SharedServers.RabbitMqOrIgnoreAsync();
        await using var first = await new OffersFixture(server.Uri).StartConnectedAsync();
        await first.PublishAsync("a", "1");
        await using var second = new OffersFixture(server.Uri, first.Prefix)
        {
            Limits = OffersFixture.Quick with { Requeues = 7 },
        };
        await second.StartConnectedAsync();

        second.Offers.Subscribe("a", 1);
        var line = await second.Log.NextAsync(2203);

        Assert.That(line, Does.Contain("with other settings"));
        Assert.That(second.Offers.Trouble, Does.Contain("with other settings"));
        Assert.That(async () => await second.PublishAsync("a", "2"), Throws.InstanceOf<OfferException>());
        Assert.That(second.Offers.IsConnected, "one connector's queue must not cost the others their broker");
    }

    [Test]
    public async Task A_broker_that_hangs_up_is_tried_again_and_again_but_told_of_once()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var host = new OffersFixture(new Uri($"amqp://guest:guest@127.0.0.1:{port}/"));

        host.Start();
        for (var tries = 0; tries < 4; tries++)
        {
            using var client = await listener.AcceptTcpClientAsync().WaitAsync(OffersFixture.Limit);
        }

        await host.Log.NextAsync(2201);
        Assert.That(host.Log.CountLeft(2201), Is.Zero);
    }

    [Test]
    public async Task Without_a_broker_offers_are_refused_at_once_and_nothing_is_counted()
    {
        await using var host = new OffersFixture(new Uri($"amqp://guest:guest@127.0.0.1:{FreePort()}/"));

        host.Start();
        await host.Log.NextAsync(2201);

        Assert.That(host.Offers.Trouble, Does.StartWith("No broker answers at 127.0.0.1:"));
        Assert.That(async () => await host.PublishAsync("a", "1"), Throws.InstanceOf<OfferException>());
        Assert.That(await host.CountWaitingAsync("a"), Is.Null);
    }

    [Test]
    public async Task It_is_not_connected_before_it_runs()
    {
        await using var offers = new RabbitMqOffers(
            new RabbitMqOptions(), (_, _) => Task.CompletedTask, TimeProvider.System, new LogSignals());

        Assert.That(offers.IsConnected, Is.False);
        Assert.That(offers.Trouble, Is.Not.Null);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
