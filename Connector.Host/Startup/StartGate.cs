using Connector.Host.Problems;
using Connector.Host.Security;
using Connector.Runtime;

namespace Connector.Host.Startup;

/// <summary>
/// Lets requests to the API wait until the host has started: the server listens a moment before the connectors serve.
/// </summary>
internal sealed class StartGate
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly RequestDelegate next;
    private readonly EngineHealth health;
    private readonly TimeProvider timeProvider;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StartGate(
        RequestDelegate next,
        IHostApplicationLifetime lifetime,
        EngineHealth health,
        TimeProvider timeProvider)
    {
        this.next = next;
        this.health = health;
        this.timeProvider = timeProvider;
        lifetime.ApplicationStarted.Register(() => started.TrySetResult());
    }

    public Task InvokeAsync(HttpContext context) =>
        started.Task.IsCompleted || !IsApi(context.Request.Path) ? next(context) : WaitAsync(context);

    private static bool IsApi(PathString path) =>
        path.StartsWithSegments(ApiGate.Prefix, StringComparison.OrdinalIgnoreCase);

    private async Task WaitAsync(HttpContext context)
    {
        if (health.StorageTrouble is { } trouble)
        {
            throw trouble;
        }

        try
        {
            await started.Task.WaitAsync(LongestWait, timeProvider, context.RequestAborted);
        }
        catch (TimeoutException)
        {
            throw new ProblemException(KnownProblems.Starting);
        }

        await next(context);
    }
}
