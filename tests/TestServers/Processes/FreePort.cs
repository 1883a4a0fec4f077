using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace TestServers.Processes;

internal static class FreePort
{
    // Below the range of which Linux gives ports to outgoing connections: a server that is down for a moment gets
    // its port back.
    private const int First = 12_000;
    private const int End = 32_000;

    private static readonly HashSet<int> Given = [];

    /// <summary>A port on 127.0.0.1 that nobody listens on; another program may still take it.</summary>
    public static int Take()
    {
        lock (Given)
        {
            int port;
            do
            {
                port = RandomNumberGenerator.GetInt32(First, End);
            }
            while (!IsFree(port) || !Given.Add(port));
            return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
