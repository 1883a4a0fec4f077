using Microsoft.Extensions.Primitives;

namespace Connector.Host.WebConsole;

/// <summary>
/// The console's addresses. They are made once the host has started, so that messages don't wait for them; whoever
/// asks for a page before then waits instead. Thread-safe.
/// </summary>
internal sealed class ConsoleRoutes : EndpointDataSource, IEndpointRouteBuilder, IDisposable
{
    private readonly TaskCompletionSource made = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource changed = new();
    private readonly List<EndpointDataSource> sources = [];
    private IReadOnlyList<Endpoint> endpoints = [];

    public ConsoleRoutes(IServiceProvider services, IHostApplicationLifetime lifetime)
    {
        ServiceProvider = services;
        lifetime.ApplicationStarted.Register(() => ThreadPool.QueueUserWorkItem(_ => Make()));
    }

    public override IReadOnlyList<Endpoint> Endpoints => endpoints;

    public IServiceProvider ServiceProvider { get; }

    public ICollection<EndpointDataSource> DataSources => sources;

    public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(ServiceProvider);

    public override IChangeToken GetChangeToken() =>
        new CancellationChangeToken(changed.IsCancellationRequested ? CancellationToken.None : changed.Token);

    /// <summary>Lets requests for pages wait until there are some; stands before the routing.</summary>
    public Task WaitAsync(HttpContext context, RequestDelegate next) =>
        made.Task.IsCompletedSuccessfully || !ConsolePaths.Contains(context.Request.Path)
            ? next(context)
            : WaitFirstAsync(context, next);

    public void Dispose() => changed.Dispose();

    private async Task WaitFirstAsync(HttpContext context, RequestDelegate next)
    {
        await made.Task.WaitAsync(context.RequestAborted);
        await next(context);
    }

    private void Make()
    {
        try
        {
            this.MapConsole();
            endpoints = [.. sources.SelectMany(source => source.Endpoints)];
            changed.Cancel();
            made.SetResult();
        }
#pragma warning disable CA1031 // Whoever asks for a page gets it, and the host serves messages without its console.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            made.SetException(exception);
        }
    }
}
