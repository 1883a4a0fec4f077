using Connector.Host.Security;

namespace Connector.Host.Startup;

/// <summary>
/// Lets requests to the API wait until the host has started: the server listens a moment before the connectors serve.
/// </summary>
internal sealed class StartGate
{
    private readonly RequestDelegate next;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StartGate(RequestDelegate next, IHostApplicationLifetime lifetime)
    {
        this.next = next;
        lifetime.ApplicationStarted.Register(() => started.TrySetResult());
    }

    public Task InvokeAsync(HttpContext context) =>
        started.Task.IsCompleted || !IsApi(context.Request.Path) ? next(context) : WaitAsync(context);

    private static bool IsApi(PathString path) =>
        path.StartsWithSegments(ApiGate.Prefix, StringComparison.OrdinalIgnoreCase);

    private async Task WaitAsync(HttpContext context)
    {
        await started.Task.WaitAsync(context.RequestAborted);
        await next(context);
    }
}
