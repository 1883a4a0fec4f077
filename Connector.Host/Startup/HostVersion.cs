using System.Reflection;

namespace Connector.Host.Startup;

internal static class HostVersion
{
    /// <summary>The host's version without build metadata.</summary>
    public static string Current { get; } = typeof(HostVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
