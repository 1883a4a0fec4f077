using System.Threading.Channels;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>Follows the changes of stored connectors that other hosts make.</summary>
internal sealed class ConnectorSync(
    Database database,
    ConnectorStore store,
    ConnectorRollout rollout,
    TimeProvider timeProvider,
    ILogger<ConnectorSync> logger) : IBackgroundWork
{
    // What is notified comes at once; this is for what gets lost.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Task> running = new(StringComparer.OrdinalIgnoreCase);

    // However many hints come meanwhile, looking once is enough.
    private readonly Channel<bool> hints = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private long seen = -1;
    private string? trouble;

    public async Task RunAsync(CancellationToken stopping)
    {
        if (!database.IsShared)
        {
            return;
        }

        database.Listen(ConnectorSaving.Topic, () => hints.Writer.TryWrite(true));
        while (!stopping.IsCancellationRequested)
        {
            await LookAsync(stopping);
            await WaitAsync(stopping);
        }

        await Task.WhenAll(running.Values);
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var hint = hints.Reader.WaitToReadAsync(wake.Token).AsTask();
        await Task.WhenAny(hint, Task.Delay(Interval, timeProvider, wake.Token));
        await wake.CancelAsync();
        hints.Reader.TryRead(out _);
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        try
        {
            await FindChangesAsync(stopping);
            if (trouble is not null)
            {
                StoredLog.ReadableAgain(logger);
            }

            trouble = null;
        }
        catch (StorageException error)
        {
            Tell(error);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    // A connector that takes long to activate doesn't hold up the others, nor what is looked for next.
    private async Task FindChangesAsync(CancellationToken stopping)
    {
        var revision = await store.ReadRevisionAsync(stopping);
        if (revision == seen)
        {
            return;
        }

        var outdated = rollout.FindOutdated(await store.ReadRevisionsAsync(stopping));
        foreach (var name in outdated.Where(name => running.GetValueOrDefault(name) is not { IsCompleted: false }))
        {
            running[name] = CatchUpAsync(name, stopping);
        }

        seen = outdated.Count == 0 ? revision : seen;
    }

    private async Task CatchUpAsync(string name, CancellationToken stopping)
    {
        try
        {
            using var held = await rollout.Locks.HoldAsync(name, stopping);
            if (await store.FindAsync(name, stopping) is { } stored)
            {
                await rollout.CatchUpAsync(stored, stopping);
            }
            else
            {
                rollout.Remove(name);
            }
        }
        catch (StorageException error)
        {
            Tell(error);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private void Tell(StorageException error)
    {
        if (Interlocked.Exchange(ref trouble, error.Code) != error.Code)
        {
            StoredLog.Unreadable(logger, error.Code, error.Message, error.Fix);
        }
    }
}
