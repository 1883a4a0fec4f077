using System.Security.Cryptography;

namespace Connector.Runtime.Delivery;

/// <summary>Tells this run of this host from every other: messages it works on carry the number.</summary>
internal sealed class HostIdentity
{
    /// <summary>Never 0, and never the same twice.</summary>
    public long Id { get; } = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue | 1;

    /// <summary>For people.</summary>
    public string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";
}
