using System.CommandLine;

namespace Connector.Host.Commands;

internal static class PluginsRemoveCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "The plugin's id, such as acme-sms." };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "remove",
            "Takes a plugin out of the plugins folder and out of the lock file. Connectors that need it stop.",
            ["plugins remove acme-sms"],
            RunAsync);
        command.Add(Id);
        return command;
    }

    private static Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var id = run.Arguments.GetRequiredValue(Id);
        return PluginChange.RunAsync(
            run,
            id,
            "is removed",
            async installer => (await installer.RemoveAsync(id, cancellationToken), true),
            cancellationToken);
    }
}
