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
        if (!connector.Gate.TryEnter())
        {
            return CallResult<T>.Without(CallEnd.NotCalled);
        }

        using var running = new ConnectorCall<T>(connector.Gate, call);
        var result = await running.RunAsync(CallTimeout, timeProvider, cancellationToken);
        if (result.End == CallEnd.TimedOut)
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
            var disposing = Task.Run(async () => await connector.DisposeAsync());
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
