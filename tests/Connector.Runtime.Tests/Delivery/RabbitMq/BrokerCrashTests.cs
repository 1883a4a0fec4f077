using Connector.Runtime.Delivery;
using TestServers;

namespace Connector.Runtime.Tests.Delivery;

internal sealed class BrokerCrashTests
{
    private const int Publishers = 8;
    private const int BatchSize = 10;

    [SetUp]
    public void RequireBroker() => SharedServers.RequireRabbitMq();

    [Test]
    public async Task After_a_crash_under_load_every_confirmed_offer_arrives_and_publishing_goes_on()
    {
        await using var server = await RabbitMqServer.StartAsync(CancellationToken.None);
        await using var host = await new OffersFixture(server.Uri).StartConnectedAsync();
        host.Offers.Subscribe("a", 100);
        await host.Log.NextAsync(2202);
        // RabbitMQ 3.10 may lose a queue that it made only moments before a crash: it then confirms nothing for it.
        await RestartAsync(server, host, broker => broker.StopAsync());
        using var load = new OfferLoad(host, Publishers, BatchSize);

        await load.WaitForConfirmedAsync(500);
        await RestartAsync(server, host, broker => broker.KillAsync());
        await load.WaitForConfirmedAsync(500);
        var confirmed = await load.StopAsync();

        await WaitUntilHandledAsync(host, confirmed);
        Assert.That(load.Refused, Is.Positive, "nothing was published while the broker was away");
        Assert.That(host.Offers.Trouble, Is.Null);
    }

    [Test]
    public async Task A_frozen_broker_costs_a_publish_its_time_limit_and_no_more()
    {
        await using var server = await RabbitMqServer.StartAsync(CancellationToken.None);
        await using var host = new OffersFixture(server.Uri)
        {
            Limits = OffersFixture.Quick with { Publish = TimeSpan.FromMilliseconds(500) },
        };
        await host.StartConnectedAsync();
        await host.PublishAsync("a", "1");

        await server.PauseAsync();
        for (var tries = 0; tries < 3; tries++)
        {
            Assert.That(
                async () => await host.PublishAsync("a", "2").WaitAsync(OffersFixture.Limit),
                Throws.InstanceOf<OfferException>().With.Message.Contains("doesn't answer in time"));
        }

        await server.ResumeAsync();
        await EventuallyPublishAsync(host, "3");
        host.Offers.Subscribe("a", 10);
        await WaitUntilHandledAsync(host, ["1", "3"]);
    }

    private static async Task RestartAsync(RabbitMqServer server, OffersFixture host, Func<RabbitMqServer, Task> end)
    {
        await end(server);
        await host.Log.NextAsync(2201);
        await server.StartAgainAsync();
        await host.Log.NextAsync(2200);
    }

    /// <summary>Others may be handled too: some arrive that were not confirmed, some arrive twice.</summary>
    private static async Task WaitUntilHandledAsync(OffersFixture host, IEnumerable<string> ids)
    {
        var missing = ids.ToHashSet(StringComparer.Ordinal);
        while (missing.Count > 0)
        {
            var handled = await host.ReadHandledAsync(1);
            missing.Remove(handled[0].MessageId);
        }
    }

    private static async Task EventuallyPublishAsync(OffersFixture host, string id)
    {
        while (true)
        {
            try
            {
                await host.PublishAsync("a", id);
                return;
            }
            catch (OfferException)
            {
                TestContext.Out.WriteLine("Not yet.");
            }
        }
    }
}
