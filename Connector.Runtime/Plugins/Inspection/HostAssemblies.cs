using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>
/// What the host offers a plugin: the contract, the assemblies shared with it, the framework. Thread-safe.
/// </summary>
internal sealed class HostAssemblies
{
    private const string PathsOfTheRuntime = "TRUSTED_PLATFORM_ASSEMBLIES";

    private readonly Dictionary<string, string> pathByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> shared = new(StringComparer.OrdinalIgnoreCase);
    private readonly string applicationFolder = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
    private readonly bool ownsFramework;

    public HostAssemblies()
    {
        Contract = ContractMetadata.OfHost();
        var paths = AppContext.GetData(PathsOfTheRuntime) as string ?? "";
        foreach (var path in paths.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            pathByName[Path.GetFileNameWithoutExtension(path)] = path;
        }

        // A self-contained host has the framework among its own files, where the two can't be told apart.
        ownsFramework = pathByName.TryGetValue("System.Runtime", out var runtime) && IsBesideHost(runtime);
        AddShared(typeof(Connector.Abstractions.ISmsConnector).Assembly);
        AddShared(typeof(ILogger).Assembly);
    }

    public ContractMetadata Contract { get; }

    /// <summary>Whether a plugin must use the host's copy, so that both speak of the same types.</summary>
    /// <param name="name">Simple name of an assembly.</param>
    /// <returns>True for the contract and what its signatures are made of.</returns>
    public bool IsShared(string name) => shared.Contains(name);

    public bool Has(string name) => pathByName.ContainsKey(name) || IsShared(name);

    /// <summary>Whether the host only happens to have it, and may have another version, or none, tomorrow.</summary>
    /// <param name="name">Simple name of an assembly.</param>
    /// <returns>True for the host's own dependencies.</returns>
    public bool IsPrivate(string name) =>
        !ownsFramework && !IsShared(name) && pathByName.TryGetValue(name, out var path) && IsBesideHost(path);

    /// <summary>Version of the host's copy.</summary>
    /// <param name="name">Simple name of an assembly that the host has.</param>
    /// <returns>The version, or <see langword="null"/> when it can't be read.</returns>
    public Version? VersionOf(string name)
    {
        try
        {
            return pathByName.TryGetValue(name, out var path)
                ? AssemblyName.GetAssemblyName(path).Version
                : Assembly.Load(new AssemblyName(name)).GetName().Version;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            return null;
        }
    }

    private void AddShared(Assembly assembly)
    {
        shared.Add(assembly.GetName().Name!);
        foreach (var reference in assembly.GetReferencedAssemblies())
        {
            if (reference.Name is { } name && !name.StartsWith("System.", StringComparison.Ordinal))
            {
                shared.Add(name);
            }
        }
    }

    private bool IsBesideHost(string path) =>
        string.Equals(Path.GetDirectoryName(path), applicationFolder, StringComparison.OrdinalIgnoreCase);
}
