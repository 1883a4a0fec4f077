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

        using var deadline = new CallDeadline(CallTimeout, timeProvider, cancellationToken);
        var token = deadline.Token;

        // Not on the caller's thread: code that blocks instead of awaiting must not hold up the deadline.
        var running = Task.Run(() => CallAsync(connector.Gate, call, token), CancellationToken.None);
        await Task.WhenAny(running, deadline.Over);
        var result = running.IsCompleted ? await running : CallResult<T>.Without(CallEnd.TimedOut);
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

    // Everything that goes wrong becomes a value, so that nothing is left unobserved when nobody waits any more.
    private static async Task<CallResult<T>> CallAsync<T>(
        CallGate gate, Func<CancellationToken, Task<T>> call, CancellationToken deadline)
        where T : class
    {
        try
        {
            // Whatever its signature promises, a plugin can return null, for the task as for the result.
            Task<T>? running = call(deadline);
            var value = running is null ? null : await running;
            return value is null ? CallResult<T>.Without(CallEnd.Failed, "null") : CallResult<T>.Of(value);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return CallResult<T>.Without(CallEnd.TimedOut);
        }
#pragma warning disable CA1031 // The plugin boundary: a faulty connector must not fail the host.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return CallResult<T>.Without(CallEnd.Failed, error.GetType().Name);
        }
        finally
        {
            gate.Leave();
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
