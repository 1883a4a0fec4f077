using System.Net.Sockets;

namespace TestServers.Tests;

internal sealed class RabbitMqServerTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [SetUp]
    public void RequireRabbitMq() => SharedServers.RequireRabbitMq();

    [Test]
    public async Task After_a_crash_it_starts_again_on_the_same_port()
    {
        await using var server = await RabbitMqServer.StartAsync(Never);
        var before = server.Uri;

        await server.KillAsync();

        Assert.That(async () => await GreetAsync(before), Throws.InstanceOf<SocketException>());
        await server.StartAgainAsync();
        Assert.That(server.Uri, Is.EqualTo(before));
        Assert.That(await GreetAsync(before), Is.EqualTo(1));
    }

    [Test]
    public async Task It_stops_in_order_and_starts_again()
    {
        await using var server = await RabbitMqServer.StartAsync(Never);

        await server.StopAsync();
        await server.StartAgainAsync();

        Assert.That(await GreetAsync(server.Uri), Is.EqualTo(1));
    }

    [Test]
    public async Task It_ends_and_its_folder_goes_when_the_test_process_is_gone()
    {
        var server = await RabbitMqServer.StartAsync(Never);
        var everything = server.ProcessIds;

        server.Abandon();

        await Leftovers.AssertNoneAsync(everything, server.Folder);
    }

    [Test]
    public async Task It_listens_on_loopback_only_with_its_port_mapper_and_distribution()
    {
        var server = await SharedServers.RabbitMqOrIgnoreAsync();

        var listeners = Listeners.Of(server.ProcessIds);

        Assert.That(listeners.Select(one => one.Port).Distinct().Count(), Is.EqualTo(3));
        Assert.That(listeners, Has.All.Property(nameof(Listener.IsLoopback)).True);
    }

    private static async Task<int> GreetAsync(Uri uri)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(uri.Host, uri.Port);
        await client.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray());
        return await client.GetStream().ReadAsync(new byte[1]);
    }
}
