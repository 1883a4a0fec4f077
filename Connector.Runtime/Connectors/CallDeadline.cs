namespace Connector.Runtime.Connectors;

/// <summary>
/// Says when the caller has left or time is up, to the host and, by a token, to the connector. What a connector hangs on
/// the token may throw or block; neither may reach a timer's thread, where an exception would end the process.
/// </summary>
internal sealed class CallDeadline : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration caller;
    private readonly ITimer timer;

    public CallDeadline(TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        caller = cancellationToken.UnsafeRegister(static deadline => ((CallDeadline)deadline!).Fire(), this);
        timer = timeProvider.CreateTimer(
            static deadline => ((CallDeadline)deadline!).Fire(), this, timeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>For the connector.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>For the host: ends, successfully, when the token fires.</summary>
    public Task Over => over.Task;

    public void Dispose()
    {
        timer.Dispose();
        caller.Dispose();
        source.Dispose();
    }

    private void Fire()
    {
        over.TrySetResult();
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
