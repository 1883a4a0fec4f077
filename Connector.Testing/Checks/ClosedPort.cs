using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Connector.Testing.Checks;

/// <summary>An address at which nobody listens, kept so that nobody begins to.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort()
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
    }

    public string Address { get; }

    public void Dispose() => socket.Dispose();
}
