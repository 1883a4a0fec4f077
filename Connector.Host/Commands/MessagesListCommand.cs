using System.CommandLine;
using Connector.Runtime.Delivery;

namespace Connector.Host.Commands;

internal static class MessagesListCommand
{
    private static readonly Option<string?> Status = Filter("--status", "Only those with this status.");
    private static readonly Option<string?> To = Filter("--to", "Only those to this number.");
    private static readonly Option<string?> ConnectorName = Filter(
        "--connector", "Only those that this connector had last.");

    private static readonly Option<string?> From = Filter(
        "--from", "Only those taken at or after this instant, such as 2026-01-31T12:00:00Z.");

    private static readonly Option<string?> Until = Filter("--until", "Only those taken before this instant.");
    private static readonly Option<string?> Limit = Filter(
        "--limit", "The most messages to show, 1 to 200; default 50.");

    private static readonly Option<string?> Cursor = Filter("--cursor", "Go on where a list ended; holds its filters.");

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "list",
            "Lists messages, the newest first.",
            ["messages list --status undelivered", "messages list --to +14155550123 --from 2026-01-31 --json"],
            RunAsync);
        foreach (var option in (Option[])[Status, To, ConnectorName, From, Until, Limit, Cursor])
        {
            command.Add(option);
        }

        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.StartEngineAsync(cancellationToken);
        var request = new MessageListRequest
        {
            Status = run.Arguments.GetValue(Status),
            To = run.Arguments.GetValue(To),
            Connector = run.Arguments.GetValue(ConnectorName),
            From = run.Arguments.GetValue(From),
            Until = run.Arguments.GetValue(Until),
            Limit = run.Arguments.GetValue(Limit),
            Cursor = run.Arguments.GetValue(Cursor),
        };
        var page = await engine.Get<MessageArchive>().ListAsync(request, cancellationToken);
        MessageReport.WriteList(run.Output, page);
        return ExitCode.Ok;
    }

    private static Option<string?> Filter(string name, string description) => new(name) { Description = description };
}
