using System.CommandLine;
using Connector.Host.Api;
using Connector.Runtime.Connectors;

namespace Connector.Host.Commands;

internal static class ConnectorsListCommand
{
    public static Command Create(CommandBuilder builder) => builder.Create(
        "list",
        "Lists the configured connectors, running or not.",
        ["connectors list", "connectors list --json"],
        RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.StartEngineAsync(cancellationToken);
        var connectors = engine.Get<ConnectorRegistry>().All;
        if (run.Output.IsJson)
        {
            run.Output.WriteJson(
                [.. connectors.Select(ConnectorResponse.From)], ApiJson.Indented.IReadOnlyListConnectorResponse);
            return ExitCode.Ok;
        }

        ConnectorReport.WriteList(run.Output, connectors);
        return ExitCode.Ok;
    }
}
