using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Looks every second whether the messages of early receipts have become known.</summary>
internal sealed class EarlyReceiptWork(
    EarlyReceipts receipts, TimeProvider timeProvider, ILogger<EarlyReceiptWork> logger) : IBackgroundWork
{
    /// <summary>How many may wait. Whoever shares a provider account with other programs gets theirs too.</summary>
    public const int Capacity = 10_000;

    private const int SecondsBetweenThoroughLooks = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Keep = TimeSpan.FromHours(24);

    // A send's outcome is stored within that time, unless its host dies: then a thorough look finds it.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(3);

    private bool isTroubled;

    public async Task RunAsync(CancellationToken stopping)
    {
        for (var second = 0L; !stopping.IsCancellationRequested; second++)
        {
            try
            {
                await LookAsync(isThorough: second % SecondsBetweenThoroughLooks == 0, stopping);
                await Task.Delay(Pause, timeProvider, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task LookAsync(bool isThorough, CancellationToken stopping)
    {
        try
        {
            if (await receipts.AnyAsync(stopping))
            {
                await MatchAsync(isThorough, stopping);
            }

            if (isTroubled)
            {
                isTroubled = false;
                ReceiptLog.EarlyResumed(logger);
            }
        }
        catch (StorageException error)
        {
            if (!isTroubled)
            {
                isTroubled = true;
                ReceiptLog.EarlyDelayed(logger, error.Code, error.Message);
            }
        }
    }

    private async Task MatchAsync(bool isThorough, CancellationToken stopping)
    {
        var now = timeProvider.GetUtcNow();
        await receipts.MatchAsync(isThorough ? DateTimeOffset.UnixEpoch : now - Fresh, stopping);
        if (isThorough && await receipts.ForgetAsync(now - Keep, Capacity) is var forgotten and > 0)
        {
            ReceiptLog.EarlyForgotten(logger, forgotten, Capacity);
        }
    }
}
