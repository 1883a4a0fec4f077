using System.CommandLine;
using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

internal static class PluginsRollbackCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "The plugin's id, such as acme-sms." };

    private static readonly Option<string?> To = new("--to")
    {
        Description = "The version to go back to. Without it: the one that the lock file names when something else "
            + "lies in the plugins folder, otherwise the one before.",
    };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "rollback",
            "Puts an earlier version of a plugin back, from the copy that the host has kept.",
            ["plugins rollback acme-sms", "plugins rollback acme-sms --to 1.1.0"],
            RunAsync);
        command.Add(Id);
        command.Add(To);
        return command;
    }

    private static Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var id = run.Arguments.GetRequiredValue(Id);
        return PluginChange.RunAsync(
            run,
            id,
            "is back in the plugins folder",
            async installer =>
            {
                var plugin = await installer.RollBackAsync(id, run.Arguments.GetValue(To), cancellationToken);
                return (plugin, plugin.State == PluginState.Available);
            },
            describe: null,
            cancellationToken);
    }
}
