using System.Reflection;
using System.Runtime.Loader;
using Connector.Abstractions;

namespace Connector.Runtime.Plugins;

/// <summary>Loads a plugin and constructs its entry type.</summary>
internal sealed class PluginActivator(Lazy<HostAssemblies> host, PluginGuards guards, TimeSpan timeout)
{
    /// <summary>Brings a plugin to life.</summary>
    /// <param name="plugin">A plugin without errors, and so with a staged copy.</param>
    /// <param name="isCollectible">Whether it can be unloaded, for which it runs slower.</param>
    /// <returns>The loaded plugin.</returns>
    /// <exception cref="PluginException">It can't be loaded, or its constructor threw or hung.</exception>
    public async Task<LoadedPlugin> ActivateAsync(InstalledPlugin plugin, bool isCollectible)
    {
        var assembly = PluginAssembly.Load(plugin.StagedAssembly!, host.Value, isCollectible);
        var entryType = assembly.FindEntryType(plugin.Manifest!.EntryType);
        var guard = guards.Create(plugin, AssemblyLoadContext.GetLoadContext(entryType.Assembly)!);
        var calls = new GuardedCall(guard, timeout, guards.TimeProvider);
        var entry = await calls.RunAsync(
            $"construct {entryType.Name}",
            _ => Task.FromResult(Construct(entryType)),
            config: null,
            CancellationToken.None);
        assembly.CheckShared();
        return new LoadedPlugin(plugin, assembly, entry, calls);
    }

    private static ISmsConnectorPlugin Construct(Type entryType) =>
        (ISmsConnectorPlugin)Activator.CreateInstance(
            entryType, BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance,
            binder: null, args: null, culture: null)!;
}
