using System.CommandLine;
using Connector.Host.Api;
using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

internal static class PluginsSignCommand
{
    private static readonly Argument<string> Path = new("path")
    {
        Description = "A plugin's published folder or .connector.zip.",
    };

    private static readonly Option<string> Key = new("--key")
    {
        Description = "The private key's file, PEM.",
        Required = true,
    };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "sign",
            "Signs a plugin: writes plugin.json.sig beside its plugin.json, in the folder or in the zip.",
            ["plugins sign acme-sms-1.2.0.connector.zip --key acme.pem"],
            RunAsync);
        command.Add(Path);
        command.Add(Key);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.GetFullPath(run.Arguments.GetRequiredValue(Path));
        var key = System.IO.Path.GetFullPath(run.Arguments.GetRequiredValue(Key));
        if (!File.Exists(key))
        {
            return CommandRun.Missing($"There is no key at {key}.");
        }

        await using var engine = await run.OpenEngineAsync(EngineUse.Inspection, cancellationToken);
        var plugin = engine.Get<PluginInstaller>().Inspect(path);
        var publicKey = PluginSigning.Sign(plugin, await File.ReadAllTextAsync(key, cancellationToken));
        if (run.Output.IsJson)
        {
            run.Output.WriteJson(new SigningReport(path, publicKey), ApiJson.Indented.SigningReport);
            return ExitCode.Ok;
        }

        run.Output.WriteFields(
            ("Signed", path), ("Plugin", $"{plugin.Id} {plugin.Version}"), ("Public key", publicKey));
        return ExitCode.Ok;
    }
}
