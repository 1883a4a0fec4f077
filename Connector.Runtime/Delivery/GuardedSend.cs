using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>Calls a connector so that whatever it does, an outcome comes back in time. Thread-safe.</summary>
internal sealed class GuardedSend(
    IOptions<ConnectorRuntimeOptions> options,
    TimeProvider timeProvider,
    ILogger<GuardedSend> logger)
{
    /// <exception cref="OperationCanceledException">The caller's token fired; the message may have left.</exception>
    public async Task<SendOutcome> SendAsync(
        RunningConnector connector,
        PhoneNumber phone,
        UsageType usageType,
        SmsPayload payload,
        CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Value.Messages.SendTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            // WaitAsync returns even when the connector ignores its token.
            var outcome = await connector.Connector
                .SendAsync(phone, usageType, payload, either.Token)
                .WaitAsync(either.Token);
            return outcome ?? Faulted(connector, "null");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            Log.SendTimedOut(logger, connector.Name);
            return new SendOutcome.Unknown("The connector did not answer in time; the message may have left.");
        }
#pragma warning disable CA1031 // The plugin boundary: a faulty connector must not fail the host.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Faulted(connector, error.GetType().Name);
        }
    }

    // The exception's message may hold what it was sending, so only its type is kept.
    private SendOutcome.Unknown Faulted(RunningConnector connector, string fault)
    {
        Log.SendFaulted(logger, connector.Name, fault);
        return new SendOutcome.Unknown("The connector failed while sending; the message may have left.");
    }
}
