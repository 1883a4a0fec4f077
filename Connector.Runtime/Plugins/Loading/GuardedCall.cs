using System.Text.Json;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Calls one plugin on its own threads, under a deadline, and turns what goes wrong into a problem.
/// </summary>
internal sealed class GuardedCall(PluginGuard guard, TimeSpan timeout, TimeProvider timeProvider)
{
    /// <summary>Whose threads it runs on, and who counts its faults.</summary>
    public PluginGuard Guard => guard;

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
        // Not disposed when the call goes on: the plugin may still use its token.
        var cancellation = new CancellationTokenSource();
        var running = guard.Calls.RunAsync(() => call(cancellation.Token));
        try
        {
            return await running.WaitAsync(timeout, timeProvider, cancellationToken)
                ?? throw Failed(purpose, "it returned nothing", innerException: null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Abandon(running, cancellation, purpose);
            throw;
        }
        catch (TimeoutException) when (!running.IsFaulted)
        {
            Abandon(running, cancellation, purpose);
            throw TimedOut(purpose);
        }
        catch (Exception e) when (e is not PluginException)
        {
            throw Failed(purpose, SafeMessage.Of(e, config), e);
        }
    }

    // What a late call still gives is nobody's: its exception counts as seen, its connector is disposed.
    private void Abandon<T>(Task<T> running, CancellationTokenSource cancellation, string purpose)
    {
        guard.Endings.Post(static source => ((CancellationTokenSource)source!).Cancel(), cancellation);
        _ = guard.AccountForAsync(DisposeLateAsync(running), purpose);
    }

    private async Task DisposeLateAsync<T>(Task<T> running)
    {
        try
        {
            var late = await running;
            await guard.Endings.RunAsync(() => PluginDisposal.DisposeAsync(late));
        }
        catch (Exception)
        {
            // The deadline has been reported already.
        }
    }

    private PluginException TimedOut(string purpose) => ProblemKinds.ActivationTimeout.Thrown(
        $"The plugin '{guard.Plugin}' did not {purpose} within {timeout.TotalSeconds:0.###} s.",
        "Ask the plugin's author: constructors only assign fields, and calls end when their token fires. "
        + "Restart the host to try again.");

    private PluginException Failed(string purpose, string why, Exception? innerException) =>
        ProblemKinds.ActivationFailed.Thrown(
            $"The plugin '{guard.Plugin}' failed to {purpose}: {why}.",
            "Check the connector's configuration; if it is right, report this to the plugin's author.",
            innerException);
}
