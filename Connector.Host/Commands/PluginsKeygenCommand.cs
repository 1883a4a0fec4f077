using System.CommandLine;
using System.Text;
using Connector.Host.Api;
using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

internal static class PluginsKeygenCommand
{
    private static readonly Argument<string> File = new("file")
    {
        Description = "Where to write the private key, PEM. It must not exist.",
    };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "keygen",
            "Makes a key to sign plugins with: ECDSA on the curve P-256. Prints the public key.",
            ["plugins keygen acme.pem"],
            RunAsync);
        command.Add(File);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(run.Arguments.GetRequiredValue(File));
        if (Path.Exists(path))
        {
            return CommandRun.Missing($"{path} is there already. Name a file that isn't.");
        }

        var (privateKey, publicKey) = PluginSigning.CreateKey();
        await using (var file = new FileStream(path, OwnersOnly()))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes(privateKey), cancellationToken);
        }

        if (run.Output.IsJson)
        {
            run.Output.WriteJson(new SigningReport(path, publicKey), ApiJson.Indented.SigningReport);
            return ExitCode.Ok;
        }

        run.Output.WriteFields(("Private key", path), ("Public key", publicKey));
        run.Output.WriteLine();
        run.Output.WriteLine("Keep the private key secret. Whoever trusts it sets, under a name of their choice:");
        run.Output.WriteLine($$"""  "ConnectorHost": { "Plugins": { "TrustedKeys": { "acme": "{{publicKey}}" } } }""");
        return ExitCode.Ok;
    }

    private static FileStreamOptions OwnersOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
