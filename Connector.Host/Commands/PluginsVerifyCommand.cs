using System.CommandLine;
using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

internal static class PluginsVerifyCommand
{
    private static readonly Argument<string?> Path = new("path")
    {
        Description = "A plugin's DLL, folder or .connector.zip, or a folder with several. Without it: what is "
            + "installed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "verify",
            "Checks a plugin before it is dropped, as the host would; or what is installed, against the lock file, the "
            + "trusted keys and the revocations. Runs no plugin code.",
            [
                "plugins verify ./bin/Release/net10.0/publish",
                "plugins verify acme-sms-1.2.0.connector.zip",
                "plugins verify --json",
            ],
            RunAsync);
        command.Add(Path);
        return command;
    }

    private static Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken) =>
        run.Arguments.GetValue(Path) is { } path
            ? VerifyDropAsync(run, System.IO.Path.GetFullPath(path), cancellationToken)
            : VerifyInstalledAsync(run, cancellationToken);

    private static async Task<int> VerifyDropAsync(CommandRun run, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return CommandRun.Missing($"There is nothing at {path}.");
        }

        await using var engine = await run.OpenEngineAsync(EngineUse.Inspection, cancellationToken);
        var plugins = engine.Get<PluginInstaller>().InspectAll(path);
        PluginReport.WriteList(
            run.Output,
            [.. plugins.Select(PluginReport.Describe)],
            "There is no plugin: no DLL, no folder with one, no .connector.zip.");
        return Conclude(run, AreGood(plugins), "The host would accept it.", "The host would not accept it.");
    }

    private static async Task<int> VerifyInstalledAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.OpenEngineAsync(EngineUse.Files, cancellationToken);
        var catalog = engine.Get<PluginCatalog>();
        await catalog.ScanAsync(cancellationToken);
        var missing = engine.Get<PluginInstaller>().CompareWithLock(catalog.All).Missing;
        PluginReport.WriteList(
            run.Output, [.. catalog.All.Select(PluginReport.Describe)], "No plugin is installed.");
        foreach (var id in missing)
        {
            await Console.Error.WriteLineAsync(
                $"{engine.Get<PluginInstaller>().LockFile} names {id}, which is not installed. "
                + $"Install it, or run 'connector-host plugins remove {id}'.");
        }

        return Conclude(
            run,
            missing.Count == 0 && AreGood(catalog.All),
            "Every plugin may run.",
            "Not every plugin may run, or one is missing.");
    }

    private static bool AreGood(IReadOnlyList<InstalledPlugin> plugins) =>
        plugins.Count > 0 && plugins.All(plugin => plugin.State == PluginState.Available);

    private static int Conclude(CommandRun run, bool isGood, string good, string bad)
    {
        if (!run.Output.IsJson)
        {
            run.Output.WriteLine();
            run.Output.WriteLine(isGood ? good : bad);
        }

        return isGood ? ExitCode.Ok : ExitCode.Negative;
    }
}
