using System.Threading.Channels;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Connectors;

/// <summary>Follows the plugin folder while the host runs.</summary>
internal sealed class PluginWatch(
    PluginCatalog catalog,
    PluginRollout rollout,
    IOptions<ConnectorRuntimeOptions> options,
    TimeProvider timeProvider,
    ILogger<PluginWatch> logger) : IBackgroundWork
{
    private const int LooksWhileMoving = 4;

    // However many signals come meanwhile, looking once is enough.
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private bool isLost;
    private bool isBehind;
    private string? failure;

    public async Task RunAsync(CancellationToken stopping)
    {
        if (!options.Value.Plugins.Reload)
        {
            return;
        }

        using var folder = new FolderSignals(catalog.Drops.Folder, Hear, logger);
        catalog.RemoveUnusedCopies();
        while (!stopping.IsCancellationRequested)
        {
            folder.Listen();
            await LookAsync(folder, stopping);
            await WaitAsync(stopping);
        }
    }

    private void Hear(string? path)
    {
        catalog.Drops.Touch(path);
        signals.Writer.TryWrite(true);
    }

    private async Task LookAsync(FolderSignals folder, CancellationToken stopping)
    {
        try
        {
            var hasChanged = catalog.Drops.Observe();
            Tell(folder, hasChanged is null);
            isBehind |= hasChanged == true;
            if (isBehind && hasChanged is not null)
            {
                await rollout.ApplyAsync(stopping);
                isBehind = false;
                failure = null;
            }
        }
        catch (PluginException)
        {
            Tell(folder, isMissing: true);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
#pragma warning disable CA1031 // Whatever goes wrong with one look, the next one may mend it, and messages go on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            var now = error.GetType().Name;
            if (failure != now)
            {
                PluginLog.WatchFailed(logger, now);
            }

            failure = now;
        }
    }

    private void Tell(FolderSignals folder, bool isMissing)
    {
        if (isMissing && !isLost)
        {
            PluginLog.FolderLost(logger, catalog.Drops.Folder);
            folder.Reset();
        }
        else if (!isMissing && isLost)
        {
            PluginLog.FolderFound(logger, catalog.Drops.Folder);
        }

        isLost = isMissing;
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        var pace = options.Value.Plugins.Pace;
        var longest = catalog.Drops.IsMoving ? pace.Settle / LooksWhileMoving : pace.Poll;
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var signal = signals.Reader.WaitToReadAsync(wake.Token).AsTask();
        await Task.WhenAny(signal, Task.Delay(longest, timeProvider, wake.Token));
        await wake.CancelAsync();
        signals.Reader.TryRead(out _);
    }
}
