using System.Net;
using System.Net.Sockets;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Keeps webhooks out of the networks behind this host. Looks at the address that is really connected to, so a name
/// that changes its address in between gains nothing. Thread-safe.
/// </summary>
/// <param name="options">What is allowed beside the public internet.</param>
/// <param name="resolve">Finds the addresses of a name.</param>
internal sealed class AddressGuard(
    WebhookOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public bool Allows(IPAddress address) =>
        PublicAddresses.Contains(address)
        || options.AllowedNetworks.Any(network => network.Contains(PublicAddresses.Unwrap(address)));

    /// <summary>Connects to one of a name's addresses that are allowed.</summary>
    /// <exception cref="AddressRefusedException">None is.</exception>
    /// <exception cref="SocketException">There is no such name, or nobody answers there.</exception>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endPoint = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(endPoint.Host, out var literal)
            ? [literal]
            : await resolve(endPoint.Host, cancellationToken);
        var allowed = addresses.Where(Allows).ToArray();
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException();
        }

        return await ConnectAsync(allowed, endPoint.Port, cancellationToken);
    }

    private static async Task<Stream> ConnectAsync(
        IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
