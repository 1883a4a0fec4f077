using System.Net;

namespace TestServers.Tests;

/// <summary>An address and port that a process accepts connections on.</summary>
internal sealed record Listener(IPAddress Address, int Port)
{
    public bool IsLoopback => IPAddress.IsLoopback(Address);
}
