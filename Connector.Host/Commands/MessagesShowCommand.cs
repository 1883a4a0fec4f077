using System.CommandLine;
using Connector.Runtime.Delivery;

namespace Connector.Host.Commands;

internal static class MessagesShowCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "The message's id, msg_…" };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "show",
            "Shows one message with every attempt to send it.",
            ["messages show msg_01a205266ef57e84b0b149ee0ed47e5b"],
            RunAsync);
        command.Add(Id);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var id = run.Arguments.GetRequiredValue(Id);
        await using var engine = await run.StartEngineAsync(cancellationToken);
        if (await engine.Get<MessageArchive>().FindAsync(id, cancellationToken) is not { } message)
        {
            return CommandRun.Missing(
                $"There is no message {id}, or none any more. \"connector-host messages list\" shows the newest.");
        }

        MessageReport.WriteOne(run.Output, message);
        return ExitCode.Ok;
    }
}
