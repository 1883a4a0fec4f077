using System.CommandLine;
using System.Globalization;
using Connector.Abstractions;
using Connector.Host.Api;
using Connector.Runtime.Connectors;

namespace Connector.Host.Commands;

internal static class ConnectorsTestCommand
{
    private static readonly Argument<string> ConnectorName = new("name") { Description = "The connector to try." };

    private static readonly Option<string> Phone = new("--phone")
    {
        Description = "The number that gets the message, in international form.",
        Required = true,
    };

    private static readonly Option<string?> UsageTypeName = new("--usage-type")
    {
        Description = "Which template to use; Generic when missing.",
    };

    private static readonly Option<string?> Locale =
        new("--locale") { Description = "The language to test, such as pt-BR." };

    public static Command Create(CommandBuilder builder)
    {
        var command = builder.Create(
            "test",
            "Sends a real message with the code 000000 through a connector and shows the provider's answer.",
            ["connectors test twilio --phone +14155550123", "connectors test sandbox --phone +34600000000 --locale es"],
            RunAsync);
        command.Add(ConnectorName);
        command.Add(Phone);
        command.Add(UsageTypeName);
        command.Add(Locale);
        return command;
    }

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.StartEngineAsync(cancellationToken);
        var request = TestSends.Create(
            run.Arguments.GetRequiredValue(Phone), run.Arguments.GetValue(UsageTypeName), run.Arguments.GetValue(
                Locale));
        var result = await engine.Get<TestSender>().TestConnectorAsync(
            run.Arguments.GetRequiredValue(ConnectorName), request, cancellationToken);
        Write(run.Output, TestSendResponse.From(result));
        return result.Outcome is SendOutcome.Accepted ? ExitCode.Ok : ExitCode.Negative;
    }

    private static void Write(CommandOutput output, TestSendResponse result)
    {
        if (output.IsJson)
        {
            output.WriteJson(result, ApiJson.Indented.TestSendResponse);
            return;
        }

        output.WriteFields(
            ("Outcome", result.Outcome),
            ("Reason", result.Reason?.ToString()),
            ("Provider code", result.ProviderCode),
            ("Detail", result.Detail),
            ("Provider id", result.ProviderMessageId),
            ("Text", result.Text),
            ("Encoding", result.Encoding?.ToString()),
            ("Segments", result.Segments?.ToString(CultureInfo.InvariantCulture)));
        foreach (var line in result.Log)
        {
            output.WriteLine($"  {line}");
        }
    }
}
