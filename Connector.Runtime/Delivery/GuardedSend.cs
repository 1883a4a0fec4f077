using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Calls a connector so that whatever it does, an outcome comes back in time. Thread-safe.</summary>
internal sealed class GuardedSend(ConnectorCalls calls, ConnectorTable table, ILogger<GuardedSend> logger)
{
    /// <exception cref="OperationCanceledException">The caller's token fired; the message may have left.</exception>
    public async Task<SendOutcome> SendAsync(
        RunningConnector connector,
        PhoneNumber phone,
        UsageType usageType,
        SmsPayload payload,
        CancellationToken cancellationToken)
    {
        var result = await CallAsync(connector, phone, usageType, payload, cancellationToken);
        while (result.End == CallEnd.NotCalled && FindSuccessor(connector) is { } successor)
        {
            // It was replaced between being chosen and being called; nothing has left.
            connector = successor;
            result = await CallAsync(connector, phone, usageType, payload, cancellationToken);
        }

        return result.Value ?? WithoutOutcome(connector, result);
    }

    private Task<CallResult<SendOutcome>> CallAsync(
        RunningConnector connector,
        PhoneNumber phone,
        UsageType usageType,
        SmsPayload payload,
        CancellationToken cancellationToken) => calls.RunAsync(
        connector, token => connector.Connector.SendAsync(phone, usageType, payload, token), cancellationToken);

    private RunningConnector? FindSuccessor(RunningConnector stopped) =>
        table.Current.Find(stopped.Name)?.Running is { } running && running != stopped ? running : null;

    private SendOutcome WithoutOutcome(RunningConnector connector, CallResult<SendOutcome> result)
    {
        switch (result.End)
        {
            case CallEnd.NotCalled:
                return NotAttempted("The connector is being stopped.");
            case CallEnd.NoThread:
                GuardLog.FoundNoThread(logger, connector.Name);
                return NotAttempted("The connector's plugin blocks all its threads.");
            case CallEnd.Quarantined:
                return NotAttempted("The connector's plugin is quarantined.");
            case CallEnd.TimedOut:
                Log.SendTimedOut(logger, connector.Name);
                return new SendOutcome.Unknown("The connector did not answer in time; the message may have left.");
            default:
                Log.SendFaulted(logger, connector.Name, result.Fault);
                return new SendOutcome.Unknown("The connector failed while sending; the message may have left.");
        }
    }

    private static SendOutcome.Refused NotAttempted(string detail) =>
        new(RefusalReason.NotAttempted) { Detail = detail };
}
