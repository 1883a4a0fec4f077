using System.CommandLine;
using Connector.Host.Api;
using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

internal static class PluginsLockCommand
{
    private static readonly Argument<string[]> Ids = new("id")
    {
        Description = "The plugins to lock. Without any: all in the plugins folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "lock",
            "Names in the lock file what lies in the plugins folder, whatever was named before. Runs no plugin code.",
            ["plugins lock", "plugins lock acme-sms"],
            RunAsync);
        command.Add(Ids);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.OpenEngineAsync(EngineUse.Files, cancellationToken);
        var installer = engine.Get<PluginInstaller>();
        var locked = await installer.LockAsync(run.Arguments.GetValue(Ids) ?? [], cancellationToken);
        Write(run.Output, [.. locked.Select(PluginLockEntry.From)], installer.LockFile);
        return locked.Any(plugin => plugin.Change == PluginLockChange.Refused) ? ExitCode.Negative : ExitCode.Ok;
    }

    private static void Write(CommandOutput output, IReadOnlyList<PluginLockEntry> entries, string lockFile)
    {
        if (output.IsJson)
        {
            output.WriteJson(entries, ApiJson.Indented.IReadOnlyListPluginLockEntry);
            return;
        }

        if (entries.Count == 0)
        {
            output.WriteLine("No plugin is in the plugins folder; those that come with the host need no lock.");
            return;
        }

        output.WriteTable(
            ["ID", "VERSION", "CHANGE", "HASH"],
            entries.Select(entry => new[]
            {
                entry.Id ?? entry.Path, entry.Version ?? "-", entry.Change.ToString(), entry.Hash ?? "-",
            }));
        foreach (var entry in entries.Where(entry => entry.Cause is not null))
        {
            output.WriteProblem($"{entry.Id ?? entry.Path}: {entry.Code}", entry.Cause!, entry.Fix!);
        }

        output.WriteLine();
        output.WriteLine(lockFile);
    }
}
