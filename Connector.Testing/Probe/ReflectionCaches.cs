using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.Loader;

namespace Connector.Testing.Probe;

/// <summary>Libraries that remember types keep them loaded; many can be told to forget.</summary>
internal static class ReflectionCaches
{
    public static void Clear()
    {
        var handlers = AssemblyLoadContext.Default.Assemblies
            .SelectMany(assembly => assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>())
            .Select(attribute => attribute.HandlerType);
        foreach (var handler in handlers)
        {
            const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
            handler.GetMethod("ClearCache", Static, [typeof(Type[])])?.Invoke(obj: null, [null]);
        }
    }
}
