using System.CommandLine;
using Connector.Host.Security;

namespace Connector.Host.Commands;

internal static class KeysListCommand
{
    public static Command Create(CommandBuilder builder) => builder.Create(
        "list",
        "Lists the API keys of the data folder, and the one of the configuration, without the keys themselves.",
        ["keys list", "keys list --json"],
        RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.OpenEngineAsync(EngineUse.Files, cancellationToken);
        var keys = engine.Get<ApiKeys>();
        await keys.ReadAsync(cancellationToken);
        KeyReport.WriteList(run.Output, keys.All);
        return ExitCode.Ok;
    }
}
