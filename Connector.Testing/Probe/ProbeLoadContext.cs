using System.Reflection;
using System.Runtime.Loader;

namespace Connector.Testing.Probe;

/// <summary>Loads a plugin as a host does: the contract is the host's, everything else the plugin's own.</summary>
internal sealed class ProbeLoadContext(string path) : AssemblyLoadContext("probe", isCollectible: true)
{
    private static readonly string[] OfHost =
    [
        "Connector.Abstractions",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
    ];

    private readonly string folder = Path.GetDirectoryName(path)!;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(folder, assemblyName.Name + ".dll");
        return OfHost.Contains(assemblyName.Name) || !File.Exists(file) ? null : LoadFromAssemblyPath(file);
    }
}
