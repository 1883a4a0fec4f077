using System.Net;

namespace Connector.Host.Configuration;

/// <summary>Refuses addresses that say something else to Kestrel than to a person.</summary>
/// <remarks>
/// Kestrel takes any host that is neither an IP address nor <c>localhost</c> for all interfaces, so that a slip of the
/// pen such as <c>http://127.0.0.1:1:1</c> would open the host to the network.
/// </remarks>
internal static class ListenAddresses
{
    private static readonly string[] Everywhere = ["://*", "://+"];
    private static readonly string[] Local = ["://unix:/", "://pipe:/"];

    /// <exception cref="HostConfigurationException">An address in <c>Urls</c> is not clear.</exception>
    public static void Check(IConfiguration configuration)
    {
        var addresses = (configuration["urls"] ?? "").Split(';', StringSplitOptions.TrimEntries);
        if (Array.Find(addresses, address => address.Length > 0 && !IsClear(address)) is { } unclear)
        {
            throw new HostConfigurationException(
                $"Urls has \"{unclear}\", which is no address to listen on. "
                + "Write http:// or https://, then an IP address, localhost or * for all, and a port: "
                + "http://127.0.0.1:5080.");
        }
    }

    private static bool IsClear(string address)
    {
        if (Array.Exists(Local, marker => address.Contains(marker, StringComparison.Ordinal)))
        {
            return true;
        }

        var isEverywhere = Array.Exists(Everywhere, marker => address.Contains(marker, StringComparison.Ordinal));
        var readable = isEverywhere
            ? Everywhere.Aggregate(address, (text, marker) => text.Replace(marker, "://0.0.0.0"))
            : address;
        return Uri.TryCreate(readable, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && (uri.Host == "localhost" || IPAddress.TryParse(uri.Host, out _));
    }
}
