using Connector.Host.Configuration;
using Microsoft.Extensions.Configuration;

namespace Connector.Host.Tests.Configuration;

public sealed class ListenAddressesTests
{
    [TestCase("http://127.0.0.1:1:1")]
    [TestCase("127.0.0.1:5080")]
    [TestCase("http://my-host:5080")]
    [TestCase("ftp://127.0.0.1:5080")]
    [TestCase("http://127.0.0.1:5080;http://127.0.0.1:99999")]
    [TestCase("http://127.0.0:80x")]
    public void An_address_that_would_open_the_host_to_the_network_by_mistake_is_refused(string urls)
    {
        Assert.That(
            () => Check(urls),
            Throws.TypeOf<HostConfigurationException>().With.Message.Contains("http://127.0.0.1:5080"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("http://127.0.0.1:5080")]
    [TestCase("http://localhost:0")]
    [TestCase("http://[::1]:5080;https://10.0.0.1:443;")]
    [TestCase("http://*:5080")]
    [TestCase("http://+:5080")]
    [TestCase("http://unix:/run/connector-host.sock")]
    public void Clear_addresses_are_accepted(string? urls)
    {
        Assert.That(() => Check(urls), Throws.Nothing);
    }

    private static void Check(string? urls) => ListenAddresses.Check(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Urls", urls)]).Build());
}
