using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Finds the plugin that threw an exception, by what its code was loaded into. One for the process, as the runtime
/// knows only one place that hears of unhandled exceptions. Thread-safe.
/// </summary>
internal static class PluginContexts
{
    private static readonly ConditionalWeakTable<AssemblyLoadContext, PluginGuard> Guards = [];

    public static void Add(AssemblyLoadContext context, PluginGuard guard) => Guards.AddOrUpdate(context, guard);

    /// <summary>The plugin whose code is nearest to where an exception was thrown.</summary>
    /// <returns><see langword="null"/> when no plugin had a part in it.</returns>
    public static PluginGuard? FindThrower(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            foreach (var frame in new StackTrace(error).GetFrames())
            {
                if (GuardOf(frame) is { } guard)
                {
                    return guard;
                }
            }
        }

        return null;
    }

    // Without trimming every frame has its method.
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "The host is never trimmed: plugins need what a trimmed one lacks.")]
    private static PluginGuard? GuardOf(StackFrame frame) =>
        frame.GetMethod() is { } method
        && AssemblyLoadContext.GetLoadContext(method.Module.Assembly) is { } context
        && Guards.TryGetValue(context, out var guard)
            ? guard
            : null;
}
