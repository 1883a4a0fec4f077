using Connector.Measurements.SendPath;
using Connector.Runtime.Connectors;

namespace Connector.Measurements.Chaos;

/// <summary>
/// Has the chaos connector send a hundred times a second, and releases its plugin from each quarantine at once: what is
/// measured is the worst that the guard lets through.
/// </summary>
internal sealed class ChaosLoad(TestSender sender, PluginRelease release)
{
    private const string Plugin = "chaos-connector";

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(10);
    private static readonly TestSendRequest Request = new() { Phone = SampleMessage.Phone };

    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Pace);
        while (!stopping.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            _ = SendAsync();
        }
    }

    private async Task SendAsync()
    {
        await sender.TestConnectorAsync("chaos", Request, CancellationToken.None);
        try
        {
            release.Release(Plugin);
        }
        catch (ConnectorRequestException)
        {
            // It isn't quarantined.
        }
    }
}
