namespace Connector.Host.Security;

/// <summary>
/// Notices keys that other programs create and revoke, such as the command line, without a look at the file for every
/// request.
/// </summary>
internal sealed class ApiKeyWatch(ApiKeys keys, TimeProvider timeProvider) : BackgroundService
{
    /// <summary>How long a change may go unnoticed.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, timeProvider);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await keys.RefreshAsync(stoppingToken);
        }
    }
}
