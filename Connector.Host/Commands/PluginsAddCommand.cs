using System.CommandLine;
using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

internal static class PluginsAddCommand
{
    private static readonly Argument<string> Path = new("path")
    {
        Description = "A plugin's .connector.zip, published folder or DLL.",
    };

    private static readonly Option<string?> Hash = new("--hash")
    {
        Description = "The hash that it must have, as \"plugins verify\" shows it: sha256:….",
    };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "add",
            "Checks a plugin, puts it into the plugins folder at once, and names it in the lock file. It takes the "
            + "place of another version. Runs none of its code.",
            [
                "plugins add acme-sms-1.2.0.connector.zip",
                "plugins add ./bin/Release/net10.0/publish",
            ],
            RunAsync);
        command.Add(Path);
        command.Add(Hash);
        return command;
    }

    private static Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.GetFullPath(run.Arguments.GetRequiredValue(Path));
        return PluginChange.RunAsync(
            run,
            path,
            "is in the plugins folder",
            async installer =>
            {
                var plugin = await installer.AddAsync(path, run.Arguments.GetValue(Hash), cancellationToken);
                return (plugin, plugin.State == PluginState.Available);
            },
            describe: null,
            cancellationToken);
    }
}
