using System.Reflection;
using System.Reflection.Metadata;

namespace Connector.Runtime.Plugins;

/// <summary>
/// The runtime's caches of what reflection found. They keep types of a plugin alive that is to be unloaded; the runtime
/// offers no way to empty them but the one it uses itself when code is edited in a debugger.
/// </summary>
internal static class ReflectionCaches
{
    private const string ClearMethod = "ClearCache";

    /// <summary>Empties the caches; they fill again by themselves.</summary>
    public static void Clear()
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsCollectible))
        {
            foreach (var handler in assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>())
            {
                Clear(handler.HandlerType);
            }
        }
    }

    private static void Clear(Type handler)
    {
        var clear = handler.GetMethod(
            ClearMethod,
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic,
            binder: null,
            [typeof(Type[])],
            modifiers: null);
        try
        {
            clear?.Invoke(obj: null, [null]);
        }
        catch (TargetInvocationException)
        {
            // A library's own affair; the plugin then stays in memory, which is reported.
        }
    }
}
