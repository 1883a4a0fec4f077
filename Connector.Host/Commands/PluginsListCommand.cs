using System.CommandLine;
using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

internal static class PluginsListCommand
{
    public static Command Create(CommandBuilder builder) => builder.Create(
        "list",
        "Lists the installed plugins, usable or not.",
        ["plugins list", "plugins list --json"],
        RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.StartEngineAsync(cancellationToken);
        PluginReport.WriteList(
            run.Output,
            [.. engine.Get<PluginCatalog>().All.Select(PluginReport.Describe)],
            "No plugin is installed. Drop one into the plugins folder.");
        return ExitCode.Ok;
    }
}
