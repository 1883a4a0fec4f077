using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Connector.Runtime;

/// <summary>Finds the plugins and activates the connectors before the application counts as started.</summary>
/// <remarks>
/// The work goes on beside the start of the application's other services: a web server takes as long to start, and
/// machines have more than one core.
/// </remarks>
internal sealed class ConnectorStartup(
    PluginCatalog catalog,
    ConnectorActivation activation,
    DatabaseOpening opening,
    BackgroundWorks background,
    IConfiguration settings) : IHostedLifecycleService, IAsyncDisposable
{
    private readonly CancellationTokenSource givenUp = new();
    private Task work = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        work = Task.Run(() => BringUpAsync(cancellationToken), cancellationToken);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => work.WaitAsync(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nobody asks for anything any more; what is on its way arrives.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => background.EndAsync();

    /// <summary>
    /// When another service fails to start, nobody waits for the work any more, and it must not go on.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        // The container knows this object as itself and as a hosted service, and disposes it as each.
        if (givenUp.IsCancellationRequested)
        {
            return;
        }

        await givenUp.CancelAsync();
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await background.EndAsync();
        givenUp.Dispose();
    }

    private async Task BringUpAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, givenUp.Token);
        var opened = opening.OpenAsync(either.Token);
        await catalog.ScanAsync(either.Token);
        await opened;
        await activation.ActivateAsync(settings, either.Token);
        if (!opening.IsObserver)
        {
            await background.BeginAsync();
        }
    }
}
