using System.CommandLine;
using Connector.Runtime.Delivery;

namespace Connector.Host.Commands;

internal static class SendCommand
{
    private static readonly Option<string> To = new("--to")
    {
        Description = "The recipient, in international form.",
        Required = true,
    };

    private static readonly Option<string> UsageTypeName = new("--usage-type")
    {
        Description = "Why it is sent, such as SignIn; selects the template.",
        Required = true,
    };

    private static readonly Option<string?> ConnectorName = new("--connector")
    {
        Description = "The connector to use; the host chooses when missing.",
    };

    private static readonly PayloadOptions Payload = new();

    // What is unknown after that may become clear later, but a person has waited long enough.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "send",
            "Sends a message and waits for the provider's answer.",
            [
                "send --to +14155550123 --usage-type SignIn --code 123456 --connector sandbox",
                "send --to +34600000000 --usage-type Register --code 123456 --locale es --var company=Acme",
            ],
            RunAsync);
        command.Add(To);
        command.Add(UsageTypeName);
        command.Add(ConnectorName);
        Payload.AddTo(command);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.StartSendingEngineAsync(cancellationToken);
        var request = new SendRequest
        {
            To = run.Arguments.GetRequiredValue(To),
            UsageType = run.Arguments.GetRequiredValue(UsageTypeName),
            Payload = Payload.Read(run.Arguments),
            Connector = run.Arguments.GetValue(ConnectorName),
        };
        var acceptance = await engine.Get<MessageService>()
            .AcceptAsync(request, new AcceptOptions { Wait = LongestWait }, cancellationToken);
        var message = acceptance.Message;
        MessageReport.WriteOne(run.Output, message);
        return message.Status == "accepted" ? ExitCode.Ok : ExitCode.Negative;
    }
}
