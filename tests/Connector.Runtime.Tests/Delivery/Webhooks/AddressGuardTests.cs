using System.Net;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

internal sealed class AddressGuardTests
{
    [TestCase("127.0.0.1")]
    [TestCase("127.255.0.9")]
    [TestCase("0.0.0.0")]
    [TestCase("10.1.2.3")]
    [TestCase("172.16.0.1")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.1.1")]
    [TestCase("169.254.169.254")]
    [TestCase("100.64.0.1")]
    [TestCase("100.100.100.200")]
    [TestCase("168.63.129.16")]
    [TestCase("192.0.0.192")]
    [TestCase("192.0.2.1")]
    [TestCase("198.18.0.1")]
    [TestCase("203.0.113.7")]
    [TestCase("224.0.0.1")]
    [TestCase("240.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::127.0.0.1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::ffff:169.254.169.254")]
    [TestCase("64:ff9b::10.0.0.1")]
    [TestCase("64:ff9b:1::1")]
    [TestCase("fe80::1")]
    [TestCase("fe80::1%1")]
    [TestCase("fec0::1")]
    [TestCase("fc00::1")]
    [TestCase("fd00:ec2::254")]
    [TestCase("ff02::1")]
    [TestCase("100::1")]
    [TestCase("2001::1")]
    [TestCase("2001:db8::1")]
    [TestCase("2002:7f00:1::1")]
    public void Addresses_of_somebodys_own_network_are_refused(string address)
    {
        Assert.That(Guard().Allows(IPAddress.Parse(address)), Is.False);
    }

    [TestCase("8.8.8.8")]
    [TestCase("172.32.0.1")]
    [TestCase("100.128.0.1")]
    [TestCase("::ffff:8.8.8.8")]
    [TestCase("64:ff9b::8.8.8.8")]
    [TestCase("2606:4700::1111")]
    public void Public_addresses_are_allowed(string address)
    {
        Assert.That(Guard().Allows(IPAddress.Parse(address)));
    }

    [TestCase("10.20.3.4", ExpectedResult = true)]
    [TestCase("::ffff:10.20.3.4", ExpectedResult = true)]
    [TestCase("fd00:1::5", ExpectedResult = true)]
    [TestCase("10.21.3.4", ExpectedResult = false)]
    [TestCase("fd00:2::5", ExpectedResult = false)]
    public bool Listed_networks_are_allowed_and_no_others(string address) =>
        Guard("10.20.0.0/16", "fd00:1::/64").Allows(IPAddress.Parse(address));

    [TestCase("http://127.0.0.1:{0}/")]
    [TestCase("http://localhost:{0}/")]
    [TestCase("http://[::ffff:127.0.0.1]:{0}/")]
    [TestCase("http://[::ffff:7f00:1]:{0}/")]
    [TestCase("http://0x7f000001:{0}/")]
    [TestCase("http://2130706433:{0}/")]
    [TestCase("http://127.1:{0}/")]
    public async Task Nothing_is_sent_to_a_receiver_on_this_machine(string url)
    {
        await using var receiver = new WebhookReceiver();
        using var client = new WebhookClient(Guard(), TimeProvider.System);

        var answer = await SendAsync(client, string.Format(url, receiver.Port));

        Assert.That(answer.Error, Is.EqualTo(WebhookErrors.AddressRefused));
        Assert.That(receiver.Waiting, Is.Zero);
    }

    [Test]
    public async Task A_name_that_turned_private_since_it_was_looked_at_is_refused()
    {
        await using var receiver = new WebhookReceiver();
        var addresses = new Queue<IPAddress>([IPAddress.Parse("8.8.8.8"), IPAddress.Loopback]);
        Task<IPAddress[]> ResolveAsync(string name, CancellationToken token) =>
            Task.FromResult<IPAddress[]>([addresses.Dequeue()]);
        var guard = new AddressGuard(new WebhookOptions(), ResolveAsync);
        using var client = new WebhookClient(guard, TimeProvider.System);
        var before = await ResolveAsync("rebound.example", CancellationToken.None);

        var answer = await SendAsync(client, $"http://rebound.example:{receiver.Port}/");

        Assert.That(before.All(guard.Allows));
        Assert.That(answer.Error, Is.EqualTo(WebhookErrors.AddressRefused));
        Assert.That(receiver.Waiting, Is.Zero);
    }

    [Test]
    public async Task Of_a_names_addresses_only_those_that_are_allowed_are_tried()
    {
        await using var receiver = new WebhookReceiver();
        using var client = new WebhookClient(
            Guard(
                "127.0.0.1/32",
                (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.Loopback])),
            TimeProvider.System);

        var answer = await SendAsync(client, $"http://mixed.example:{receiver.Port}/");

        Assert.That(answer.HttpStatus, Is.EqualTo(204));
    }

    [Test]
    public async Task A_name_that_does_not_exist_is_told()
    {
        using var client = new WebhookClient(
            Guard("127.0.0.1/32", (_, _) => throw new System.Net.Sockets.SocketException(11001)), TimeProvider.System);

        var answer = await SendAsync(client, "http://nowhere.invalid/");

        Assert.That(answer.Error, Is.EqualTo(WebhookErrors.NameNotFound));
    }

    private static Task<WebhookAnswer> SendAsync(WebhookClient client, string url) =>
        client.SendAsync(new Uri(url), "evt_1", "{}", [new byte[32]], CancellationToken.None);

    private static AddressGuard Guard(params string[] networks) => new(
        new WebhookOptions { AllowedNetworks = [.. networks.Select(IPNetwork.Parse)] }, Dns.GetHostAddressesAsync);

    private static AddressGuard Guard(string network, Func<string, CancellationToken, Task<IPAddress[]>> resolve) =>
        new(new WebhookOptions { AllowedNetworks = [IPNetwork.Parse(network)] }, resolve);
}
