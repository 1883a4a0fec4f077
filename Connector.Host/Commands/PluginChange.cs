using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

/// <summary>Runs a command that changes one plugin of the plugin folder, and tells what became of it.</summary>
internal static class PluginChange
{
    /// <param name="run">The command.</param>
    /// <param name="subject">What the administrator named, for when nothing is known of it.</param>
    /// <param name="done">What to say when it is done, after the plugin's id and version.</param>
    /// <param name="change">Does it.</param>
    /// <param name="describe">Says what more follows from it; <see langword="null"/> when nothing does.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        CommandRun run,
        string subject,
        string done,
        Func<PluginInstaller, Task<(InstalledPlugin Plugin, bool IsDone)>> change,
        Func<Engine, Task<string>>? describe,
        CancellationToken cancellationToken)
    {
        await using var engine = await run.OpenEngineAsync(EngineUse.Files, cancellationToken);
        var (plugin, isDone) = await ChangeAsync(engine.Get<PluginInstaller>(), subject, change);
        PluginReport.WriteOne(run.Output, PluginReport.Describe(plugin));
        if (!run.Output.IsJson)
        {
            run.Output.WriteLine();
            run.Output.WriteLine(isDone
                ? $"{plugin.Id} {plugin.Version} {done}. A host that runs notices by itself."
                : "Nothing has been changed.");
            if (isDone && describe is not null)
            {
                run.Output.WriteLine(await describe(engine));
            }
        }

        return isDone ? ExitCode.Ok : ExitCode.Negative;
    }

    private static async Task<(InstalledPlugin Plugin, bool IsDone)> ChangeAsync(
        PluginInstaller installer,
        string subject,
        Func<PluginInstaller, Task<(InstalledPlugin Plugin, bool IsDone)>> change)
    {
        try
        {
            return await change(installer);
        }
        catch (PluginException e)
        {
            return (new InstalledPlugin { Path = subject, State = e.State, Problems = [e.Problem] }, false);
        }
    }
}
