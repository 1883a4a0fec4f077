using Connector.Runtime.Isolation;

namespace Connector.Runtime.Connectors;

/// <summary>
/// One call of a connector's code, which ends for the host when it returns, time is up or the caller leaves.
/// </summary>
/// <typeparam name="T">What the code gives.</typeparam>
/// <remarks>One object instead of a task, a linked token and a timer each: every message pays for this.</remarks>
internal sealed class ConnectorCall<T> : IDisposable
    where T : class
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Dropped = 2;

    private readonly RunningConnector connector;
    private readonly Func<CancellationToken, Task<T>> code;
    private readonly TaskCompletionSource<CallResult<T>> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource source = new();
    private readonly CancellationToken token;
    private readonly ExecutionContext? flow = ExecutionContext.Capture();
    private CancellationTokenRegistration caller;
    private ITimer? timer;
    private TaskCompletionSource? lateEnd;
    private int phase;
    private int hasEnded;

    /// <summary>Prepares a call.</summary>
    /// <param name="connector">Its gate is entered already, and left when the code has ended, however late.</param>
    /// <param name="code">The connector's code.</param>
    public ConnectorCall(RunningConnector connector, Func<CancellationToken, Task<T>> code)
    {
        this.connector = connector;
        this.code = code;
        token = source.Token;
    }

    /// <summary>Runs the code on its plugin's threads: what it blocks there is missing nowhere else.</summary>
    /// <param name="timeout">How long the host waits.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">The caller's; when it fires the call counts as timed out.</param>
    /// <returns>How it ended; never faulted or cancelled.</returns>
    public Task<CallResult<T>> RunAsync(
        TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        // The time runs before the code does: no moment of it is uncounted.
        timer = timeProvider.CreateTimer(
            static call => ((ConnectorCall<T>)call!).GiveUp(), this, timeout, Timeout.InfiniteTimeSpan);
        caller = cancellationToken.UnsafeRegister(static call => ((ConnectorCall<T>)call!).GiveUp(), this);
        connector.Guard.Calls.Post(static call => ((ConnectorCall<T>)call!).Begin(), this);
        return end.Task;
    }

    /// <summary>Ends when the code has, however late.</summary>
    public Task EndAsync()
    {
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        late = Interlocked.CompareExchange(ref lateEnd, late, null) ?? late;
        if (Interlocked.CompareExchange(ref hasEnded, 1, 1) == 1)
        {
            late.TrySetResult();
        }

        return late.Task;
    }

    public void Dispose()
    {
        timer?.Dispose();
        caller.Dispose();
        if (!token.IsCancellationRequested && Volatile.Read(ref hasEnded) == 1)
        {
            // Else the code may still use it.
            source.Dispose();
        }
    }

    private void Begin()
    {
        if (Interlocked.CompareExchange(ref phase, Begun, Waiting) != Waiting)
        {
            return;
        }

        if (flow is null)
        {
            _ = CallAsync();
        }
        else
        {
            ExecutionContext.Run(flow, static call => _ = ((ConnectorCall<T>)call!).CallAsync(), this);
        }
    }

    // Everything that goes wrong becomes a value, so that nothing is left unobserved when nobody waits any more.
    private async Task CallAsync()
    {
        var result = CallResult<T>.Without(CallEnd.TimedOut);
        try
        {
            // Whatever its signature promises, a plugin can return null, for the task as for the result. Nothing of the
            // host goes on on the plugin's threads.
            Task<T>? running = code(token);
            var value = running is null ? null : await running.ConfigureAwait(false);
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
            result = CallResult<T>.Without(
                CallEnd.Failed, error is WorkerException worker ? worker.Fault : error.GetType().Name);
        }

        connector.Gate.Leave();
        Interlocked.Exchange(ref hasEnded, 1);
        lateEnd?.TrySetResult();
        end.TrySetResult(result);
    }

    // What the connector hangs on the token may throw or block; neither may reach the thread of a timer or the caller.
    private void GiveUp()
    {
        if (Interlocked.CompareExchange(ref phase, Dropped, Waiting) == Waiting)
        {
            connector.Gate.Leave();
            end.TrySetResult(CallResult<T>.Without(CallEnd.NoThread));
        }
        else if (end.TrySetResult(CallResult<T>.Without(CallEnd.TimedOut)))
        {
            connector.Guard.Endings.Post(static call => ((ConnectorCall<T>)call!).Cancel(), this);
        }
    }

    private void Cancel()
    {
        try
        {
            source.Cancel();
        }
        catch (Exception error) when (error is AggregateException or ObjectDisposedException)
        {
            // A callback of the connector threw, or the call has just ended.
        }
    }
}
