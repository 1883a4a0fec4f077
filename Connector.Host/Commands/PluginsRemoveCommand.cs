using System.CommandLine;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;

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
            engine => DescribeAsync(engine, id, cancellationToken),
            cancellationToken);
    }

    private static async Task<string> DescribeAsync(Engine engine, string id, CancellationToken cancellationToken)
    {
        var connectors = await engine.Get<PluginDependents>().FindAsync(id, cancellationToken);
        if (connectors.Count == 0)
        {
            return "No connector needs it.";
        }

        var catalog = engine.Get<PluginCatalog>();
        await catalog.ScanAsync(cancellationToken);
        var names = string.Join(", ", connectors);
        return catalog.Find(id) is { } bundled
            ? $"Connectors that go over to version {bundled.Version}, which comes with the host: {names}."
            : $"Connectors that stop: {names}.";
    }
}
