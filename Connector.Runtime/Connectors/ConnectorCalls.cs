using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Connectors;

/// <summary>
/// Runs the code of connectors so that whatever it does (throw, hang, block its thread), the caller goes on in time.
/// Thread-safe.
/// </summary>
internal sealed class ConnectorCalls(
    IOptions<ConnectorRuntimeOptions> options,
    TimeProvider timeProvider,
    ILogger<ConnectorCalls> logger)
{
    private static readonly TimeSpan DisposeTimeout = TimeSpan.FromSeconds(5);

    private TimeSpan CallTimeout => options.Value.Messages.SendTimeout;

    /// <exception cref="OperationCanceledException">The caller's token fired; the code may run on.</exception>
    public async Task<CallResult<T>> RunAsync<T>(
        RunningConnector connector, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (connector.Guard.Quarantine is not null)
        {
            return CallResult<T>.Without(CallEnd.Quarantined);
        }

        if (!connector.Gate.TryEnter())
        {
            return CallResult<T>.Without(CallEnd.NotCalled);
        }

        using var running = new ConnectorCall<T>(connector, call);
        var result = await running.RunAsync(CallTimeout, timeProvider, cancellationToken);
        Account(connector, result, running);
        if (result.End is CallEnd.TimedOut or CallEnd.NoThread)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return result;
    }

    /// <summary>Disposes a connector after its last call, or when that takes too long. Never throws.</summary>
    public async Task StopAsync(RunningConnector connector)
    {
        if (!await EndsInTimeAsync(connector.Gate.CloseAsync(), CallTimeout))
        {
            Log.StoppedWhileBusy(logger, connector.Name);
        }

        try
        {
            var disposing = connector.Guard.Endings.RunAsync(() => PluginDisposal.DisposeAsync(connector));
            if (!await EndsInTimeAsync(disposing, DisposeTimeout))
            {
                Log.DisposeTimedOut(logger, connector.Name);
            }
        }
#pragma warning disable CA1031 // The plugin boundary: what a connector throws must not keep the host from stopping.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Log.DisposeFailed(logger, connector.Name, error.GetType().Name);
        }
    }

    private static void Account<T>(RunningConnector connector, CallResult<T> result, ConnectorCall<T> call)
        where T : class
    {
        switch (result.End)
        {
            case CallEnd.Completed:
                connector.Guard.ReportSuccess();
                break;
            case CallEnd.TimedOut:
                _ = connector.Guard.AccountForAsync(call.EndAsync(), $"use connector {connector.Name}");
                break;
            case CallEnd.NoThread:
                connector.Guard.ReportFault(connector.Name, "blocking all its threads");
                break;
            default:
                connector.Guard.ReportFault(connector.Name, result.Fault ?? "null");
                break;
        }
    }

    private async Task<bool> EndsInTimeAsync(Task task, TimeSpan timeout)
    {
        try
        {
            await task.WaitAsync(timeout, timeProvider);
            return true;
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            return false;
        }
    }
}
