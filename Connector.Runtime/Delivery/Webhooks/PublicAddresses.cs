using System.Net;
using System.Net.Sockets;

namespace Connector.Runtime.Delivery;

/// <summary>Tells the addresses of the public internet from those that lead into somebody's own network.</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Reserved4 = Parse(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/3",

        // Where Azure's machines find what their cloud tells them alone.
        "168.63.129.16/32");

    // Within what is public: protocols such as Teredo, examples, 6to4.
    private static readonly IPNetwork[] Reserved6 = Parse("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");

    // A translator in the network sends these on to the IPv4 address in their last four bytes.
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Contains(IPAddress address)
    {
        var real = Unwrap(address);
        return real.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Reserved4.Any(network => network.Contains(real)),
            AddressFamily.InterNetworkV6 => Public6.Contains(real) && !Reserved6.Any(network => network.Contains(real)),
            _ => false,
        };
    }

    /// <summary>The IPv4 address that an IPv6 address stands for, else the address itself.</summary>
    public static IPAddress Unwrap(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address)
            ? new IPAddress(address.GetAddressBytes().AsSpan(12))
            : address;
    }

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];
}
