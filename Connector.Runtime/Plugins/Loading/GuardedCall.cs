using System.Text.Json;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Calls one plugin on a thread of its own, under a deadline, and turns what goes wrong into a problem.
/// </summary>
internal sealed class GuardedCall(string plugin, TimeSpan timeout, TimeProvider timeProvider)
{
    /// <summary>Runs plugin code that may throw, block or never end.</summary>
    /// <typeparam name="T">What the code gives.</typeparam>
    /// <param name="purpose">What the code is for, completing "It failed to …".</param>
    /// <param name="call">The code; its token fires at the deadline.</param>
    /// <param name="config">The configuration, whose values must not appear in a message.</param>
    /// <param name="cancellationToken">Ends the wait; code that ignores its token runs on.</param>
    /// <returns>The code's result.</returns>
    /// <exception cref="PluginException">The code threw, hung or gave nothing.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<T> RunAsync<T>(
        string purpose,
        Func<CancellationToken, Task<T>> call,
        JsonElement? config,
        CancellationToken cancellationToken)
        where T : class
    {
        using var deadline = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var running = StartOnOwnThread(call, either.Token);
        try
        {
            return await running.WaitAsync(timeout, timeProvider, cancellationToken)
                ?? throw Failed(purpose, "it returned nothing", innerException: null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Abandon(running);
            throw;
        }
        catch (Exception e) when (IsOurs(e, running, deadline))
        {
            Abandon(running);
            throw TimedOut(purpose);
        }
        catch (Exception e) when (e is not PluginException)
        {
            throw Failed(purpose, SafeMessage.Of(e, config), e);
        }
    }

    // A plugin's own timeout is a failure; ours comes while the call still runs, or as the call's answer to its token.
    private static bool IsOurs(Exception exception, Task running, CancellationTokenSource deadline) =>
        (exception is TimeoutException && !running.IsFaulted)
        || (exception is OperationCanceledException && deadline.IsCancellationRequested);

    private Task<T> StartOnOwnThread<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => started.SetResult(Start(call, cancellationToken)))
        {
            // A hung plugin must not keep the process from ending.
            IsBackground = true,
            Name = $"plugin {plugin}",
        };
        thread.Start();
        return started.Task.Unwrap();
    }

    private static Task<T> Start<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return call(cancellationToken);
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    // What a late call still gives is nobody's: its exception counts as seen, its connector is disposed.
    private static void Abandon<T>(Task<T> running) => _ = DisposeLateAsync(running);

    private static async Task DisposeLateAsync<T>(Task<T> running)
    {
        try
        {
            await DisposeAsync(await running);
        }
        catch (Exception)
        {
            // The deadline has been reported already.
        }
    }

    private static async Task DisposeAsync(object? late)
    {
        switch (late)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }

    private PluginException TimedOut(string purpose) => ProblemKinds.ActivationTimeout.Thrown(
        $"The plugin '{plugin}' did not {purpose} within {timeout.TotalSeconds:0.###} s.",
        "Ask the plugin's author: constructors only assign fields, and calls end when their token fires. "
        + "Restart the host to try again.");

    private PluginException Failed(string purpose, string why, Exception? innerException) =>
        ProblemKinds.ActivationFailed.Thrown(
            $"The plugin '{plugin}' failed to {purpose}: {why}.",
            "Check the connector's configuration; if it is right, report this to the plugin's author.",
            innerException);
}
