using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connector.Runtime;

/// <summary>Runs everything that the engine does beside serving requests, and ends it in order.</summary>
internal sealed class BackgroundWorks(
    IEnumerable<IBackgroundWork> works,
    BackgroundParts parts,
    IOptions<ConnectorRuntimeOptions> options,
    ILogger<BackgroundWorks> logger) : IDisposable
{
    private static readonly TimeSpan WriteTime = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;
    private bool hasBegun;

    /// <summary>Begins; the database is open.</summary>
    /// <exception cref="StorageException">The database can't be used.</exception>
    public async Task BeginAsync()
    {
        await Task.WhenAll(parts.Hosts.BeginAsync(), parts.WarmUp.RunAsync());
        hasBegun = true;
        running = Task.WhenAll(works.Select(RunAsync));
    }

    /// <summary>
    /// Takes no further message, lets those on their way arrive, and leaves what can't be ended in time to be looked
    /// up later.
    /// </summary>
    public async Task EndAsync()
    {
        if (!hasBegun || stopping.IsCancellationRequested)
        {
            return;
        }

        await stopping.CancelAsync();
        await running;
        if (!await ArriveAsync(options.Value.Messages.SendTimeout + WriteTime))
        {
            Log.EndedWhileSending(logger, parts.Runner.Running);
        }

        parts.Runner.GiveUp();
        await parts.Hosts.EndAsync();
    }

    public void Dispose() => stopping.Dispose();

    private async Task RunAsync(IBackgroundWork work)
    {
        try
        {
            await Task.Run(() => work.RunAsync(stopping.Token));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // As it should.
        }
#pragma warning disable CA1031 // One work that fails must not take the others with it, and nobody waits for it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Log.BackgroundWorkFailed(logger, work.GetType().Name, error.GetType().Name);
        }
    }

    private async Task<bool> ArriveAsync(TimeSpan most)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var began = TimeProvider.System.GetTimestamp();
        while (parts.Runner.Running > 0 && TimeProvider.System.GetElapsedTime(began) < most)
        {
            await timer.WaitForNextTickAsync();
        }

        return parts.Runner.Running == 0;
    }
}
