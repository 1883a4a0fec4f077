using System.Runtime.ExceptionServices;

namespace Connector.Runtime.Plugins;

/// <summary>Lets the process live on when a plugin throws on a thread of its own.</summary>
public static class UnhandledPluginExceptions
{
    private static int isSurvived;

    /// <summary>
    /// Takes charge of the process's unhandled exceptions: one that a plugin threw is logged and counted as the
    /// plugin's fault, any other ends the process as before. Further calls do nothing.
    /// </summary>
    /// <remarks>
    /// For an executable of one's own only: a process has room for one such handler, and an application that embeds the
    /// engine may have uses for it. Without it an exception on a thread that a plugin started ends the process; one
    /// thrown by a plugin's <c>async void</c> method mostly doesn't, because the host's threads catch it.
    /// <c>Environment.FailFast</c>, <c>Environment.Exit</c> and an overflow of the stack end it in any case.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The process has another such handler already.</exception>
    public static void Survive()
    {
        if (Interlocked.Exchange(ref isSurvived, 1) == 0)
        {
            ExceptionHandling.SetUnhandledExceptionHandler(IsPlugins);
        }
    }

    private static bool IsPlugins(Exception error)
    {
        if (PluginContexts.FindThrower(error) is not { } guard)
        {
            return false;
        }

        guard.ReportUnhandled(error);
        return true;
    }
}
