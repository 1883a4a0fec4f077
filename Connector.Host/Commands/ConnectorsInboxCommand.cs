using System.CommandLine;
using System.Globalization;
using Connector.Host.Api;
using Connector.Runtime.Connectors;

namespace Connector.Host.Commands;

internal static class ConnectorsInboxCommand
{
    private const int DefaultLimit = 20;

    private static readonly Argument<string> ConnectorName = new("name") { Description = "A sandbox connector." };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "The most messages to show.",
        DefaultValueFactory = _ => DefaultLimit,
    };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "inbox",
            "Shows the messages that a sandbox connector has kept, newest first.",
            ["connectors inbox sandbox", "connectors inbox sandbox --limit 1 --json"],
            RunAsync);
        command.Add(ConnectorName);
        command.Add(Limit);
        Limit.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValue(Limit) < 1)
            {
                result.AddError("--limit must be a number from 1.");
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var name = run.Arguments.GetRequiredValue(ConnectorName);
        await using var engine = await run.StartEngineAsync(cancellationToken);
        var messages = await engine.Get<ConnectorRegistry>()
            .ReadInboxAsync(name, run.Arguments.GetValue(Limit), cancellationToken);
        if (messages is null)
        {
            return CommandRun.Missing(
                $"The connector {name} has no inbox; only sandbox connectors keep their messages.");
        }

        Write(run.Output, [.. messages.Select(InboxMessageResponse.From)]);
        return ExitCode.Ok;
    }

    private static void Write(CommandOutput output, IReadOnlyList<InboxMessageResponse> messages)
    {
        if (output.IsJson)
        {
            output.WriteJson(messages, ApiJson.Indented.IReadOnlyListInboxMessageResponse);
        }
        else if (messages.Count == 0)
        {
            output.WriteLine("The inbox is empty.");
        }
        else
        {
            output.WriteTable(["RECEIVED", "TO", "USAGE TYPE", "TEXT"], messages.Select(Row));
        }
    }

    private static string[] Row(InboxMessageResponse message) =>
    [
        message.ReceivedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        message.To,
        message.UsageType,
        message.Text,
    ];
}
