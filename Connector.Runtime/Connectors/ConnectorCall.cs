namespace Connector.Runtime.Connectors;

/// <summary>
/// One call of a connector's code, which ends for the host when it returns, time is up or the caller leaves.
/// </summary>
/// <typeparam name="T">What the code gives.</typeparam>
/// <remarks>One object instead of a task, a linked token and a timer each: every message pays for this.</remarks>
internal sealed class ConnectorCall<T> : IDisposable
    where T : class
{
    private readonly CallGate gate;
    private readonly Func<CancellationToken, Task<T>> code;
    private readonly TaskCompletionSource<CallResult<T>> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource source = new();
    private readonly CancellationToken token;
    private CancellationTokenRegistration caller;
    private ITimer? timer;

    /// <summary>Prepares a call.</summary>
    /// <param name="gate">Entered already; left when the code has ended, however late.</param>
    /// <param name="code">The connector's code.</param>
    public ConnectorCall(CallGate gate, Func<CancellationToken, Task<T>> code)
    {
        this.gate = gate;
        this.code = code;
        token = source.Token;
    }

    /// <summary>Runs the code, not on the caller's thread: code that blocks must not hold up the deadline.</summary>
    /// <param name="timeout">How long the host waits.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">The caller's; when it fires the call counts as timed out.</param>
    /// <returns>How it ended; never faulted or cancelled.</returns>
    public Task<CallResult<T>> RunAsync(
        TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        ThreadPool.QueueUserWorkItem(static call => _ = call.CallAsync(), this, preferLocal: true);
        caller = cancellationToken.UnsafeRegister(static call => ((ConnectorCall<T>)call!).GiveUp(), this);
        timer = timeProvider.CreateTimer(
            static call => ((ConnectorCall<T>)call!).GiveUp(), this, timeout, Timeout.InfiniteTimeSpan);
        return end.Task;
    }

    public void Dispose()
    {
        timer?.Dispose();
        caller.Dispose();
        source.Dispose();
    }

    // Everything that goes wrong becomes a value, so that nothing is left unobserved when nobody waits any more.
    private async Task CallAsync()
    {
        var result = CallResult<T>.Without(CallEnd.TimedOut);
        try
        {
            // Whatever its signature promises, a plugin can return null, for the task as for the result.
            Task<T>? running = code(token);
            var value = running is null ? null : await running;
            result = value is null ? CallResult<T>.Without(CallEnd.Failed, "null") : CallResult<T>.Of(value);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // As it should at the deadline.
        }
#pragma warning disable CA1031 // The plugin boundary: a faulty connector must not fail the host.
        catch (Exception error)
#pragma warning restore CA1031
        {
            result = CallResult<T>.Without(CallEnd.Failed, error.GetType().Name);
        }

        gate.Leave();
        end.TrySetResult(result);
    }

    // What the connector hangs on the token may throw or block; neither may reach the thread of a timer or the caller.
    private void GiveUp()
    {
        end.TrySetResult(CallResult<T>.Without(CallEnd.TimedOut));
        try
        {
            _ = source.CancelAsync().ContinueWith(
                static cancelling => cancelling.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
        catch (ObjectDisposedException)
        {
            // The call has just ended.
        }
    }
}
