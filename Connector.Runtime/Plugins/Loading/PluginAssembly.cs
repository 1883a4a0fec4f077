using System.Reflection;
using System.Runtime.Loader;
using Connector.Abstractions;
using McMaster.NETCore.Plugins;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>A staged plugin in the runtime. The one place that knows the library that loads it.</summary>
internal sealed class PluginAssembly
{
    private static readonly Type[] SharedTypes = [typeof(ISmsConnector), typeof(ILogger)];

    private readonly AssemblyLoadContext context;
    private readonly HostAssemblies host;

    private PluginAssembly(AssemblyLoadContext context, Assembly assembly, HostAssemblies host)
    {
        this.context = context;
        this.host = host;
        Assembly = assembly;
    }

    public Assembly Assembly { get; }

    /// <summary>Loads a plugin. Runs none of its code.</summary>
    /// <param name="path">The staged DLL.</param>
    /// <param name="host">Tells what must be shared.</param>
    /// <param name="isCollectible">Whether it can be unloaded, for which it runs slower.</param>
    /// <returns>The loaded plugin.</returns>
    /// <exception cref="PluginException">
    /// The runtime refuses it, or it would get a copy of the contract of its own.
    /// </exception>
    public static PluginAssembly Load(string path, HostAssemblies host, bool isCollectible)
    {
        try
        {
            var loader = PluginLoader.CreateFromAssemblyFile(
                path, SharedTypes, config => Configure(config, isCollectible));
            var loaded = new PluginAssembly(loader.LoadContext, loader.LoadDefaultAssembly(), host);
            loaded.ResolveShared();
            loaded.CheckShared();
            return loaded;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Refused(Path.GetFileName(path), e);
        }
    }

    /// <summary>Finds the entry type.</summary>
    /// <param name="name">Full name.</param>
    /// <returns>The type, which implements <see cref="ISmsConnectorPlugin"/>.</returns>
    /// <exception cref="PluginException">It isn't there or can't be loaded.</exception>
    public Type FindEntryType(string name)
    {
        try
        {
            var type = Assembly.GetType(name, throwOnError: true)!;
            return typeof(ISmsConnectorPlugin).IsAssignableFrom(type)
                ? type
                : throw ProblemKinds.EntryTypeUnsuitable.Thrown(
                    $"The entry type '{name}' doesn't implement ISmsConnectorPlugin.",
                    "The author should correct entryType.");
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Refused(name, e);
        }
    }

    /// <summary>
    /// Fails when the plugin has got a private copy of a shared assembly. The library falls back to one in silence, and
    /// nothing the plugin makes would then be of the host's types.
    /// </summary>
    /// <exception cref="PluginException">It has one.</exception>
    public void CheckShared()
    {
        foreach (var assembly in context.Assemblies)
        {
            var name = assembly.GetName();
            if (host.IsShared(name.Name!))
            {
                throw ProblemKinds.PrivateSharedCopy.Thrown(
                    $"The plugin runs on its own copy of {name.Name} {name.Version} instead of the host's "
                    + $"{host.VersionOf(name.Name!)}.",
                    $"Delete {name.Name}.dll from the plugin and get a build for this host's contract.");
            }
        }
    }

    /// <summary>Lets the runtime collect the plugin's code, once nothing holds on to it any more.</summary>
    /// <returns>Tells whether that has happened; <see langword="null"/> when it never will.</returns>
    public WeakReference? Unload()
    {
        if (!context.IsCollectible)
        {
            return null;
        }

        context.Unload();
        return new WeakReference(context, trackResurrection: true);
    }

    private static void Configure(PluginConfig config, bool isCollectible)
    {
        config.IsUnloadable = isCollectible;
        config.EnableHotReload = false;
        config.LoadInMemory = false;
        config.PreferSharedTypes = false;
    }

    // Loaded now, a private copy shows before any code has run.
    private void ResolveShared()
    {
        foreach (var reference in Assembly.GetReferencedAssemblies())
        {
            if (host.IsShared(reference.Name!))
            {
                context.LoadFromAssemblyName(reference);
            }
        }
    }

    private static bool IsRefusal(Exception exception) => exception is
        IOException or BadImageFormatException or TypeLoadException or InvalidOperationException
        or UnauthorizedAccessException or ArgumentException;

    private static PluginException Refused(string what, Exception e) => ProblemKinds.LoadFailed.Thrown(
        $"The runtime can't load '{what}': {SafeMessage.Of(e, config: null)}.",
        "Drop the whole published plugin again; if that doesn't help, report this to its author.",
        e);
}
