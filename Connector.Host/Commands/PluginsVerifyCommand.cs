using System.CommandLine;
using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

internal static class PluginsVerifyCommand
{
    private static readonly Argument<string> Path = new("path")
    {
        Description = "A plugin's DLL, folder or .connector.zip, or a folder with several.",
    };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "verify",
            "Checks a plugin before it is dropped, as the host would. Runs none of its code.",
            ["plugins verify ./bin/Release/net10.0/publish", "plugins verify acme-sms-1.2.0.connector.zip"],
            RunAsync);
        command.Add(Path);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.GetFullPath(run.Arguments.GetRequiredValue(Path));
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return CommandRun.Missing($"There is nothing at {path}.");
        }

        var plugins = await DropInspection.InspectAsync(path, cancellationToken);
        PluginReport.WriteList(
            run.Output, plugins, "There is no plugin: no DLL, no folder with one, no .connector.zip.");
        var isGood = plugins.Count > 0 && plugins.All(plugin => plugin.State == PluginState.Available);
        if (!run.Output.IsJson)
        {
            run.Output.WriteLine();
            run.Output.WriteLine(isGood ? "The host would accept it." : "The host would not accept it.");
        }

        return isGood ? ExitCode.Ok : ExitCode.Negative;
    }
}
