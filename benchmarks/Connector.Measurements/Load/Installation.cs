using System.Diagnostics;
using TwilioSimulator;

namespace Connector.Measurements.Load;

/// <summary>
/// Hosts in processes of their own that send to a Twilio simulator in this one, and clients for them.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    private const int Connections = 64;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<TemporaryFolder> folders = [];
    private readonly List<HostUnderLoad> hosts = [];
    private readonly List<KeepAliveClient> clients = [];
    private TwilioSimulatorServer? provider;
    private long delivered;

    private Installation()
    {
    }

    /// <summary>How many messages the simulator has taken.</summary>
    public long Delivered => Volatile.Read(ref delivered);

    public IReadOnlyList<Func<Task>> Calls => [.. clients.Select(client => (Func<Task>)client.PostAsync)];

    /// <summary>Where the first host is.</summary>
    public Uri Address => hosts[0].Address;

    public TimeSpan HostCpu => hosts.Aggregate(TimeSpan.Zero, (sum, host) => sum + host.CpuTime);

    public double HostMegabytes => hosts.Sum(host => host.Megabytes);

    /// <param name="options">Which host to start.</param>
    /// <param name="count">How many.</param>
    /// <param name="settings">Settings of a host for a folder.</param>
    public static async Task<Installation> StartAsync(
        MeasurementOptions options, int count, Func<string, LoadSettings> settings)
    {
        var installation = new Installation();
        installation.provider = await TwilioSimulatorServer.StartAsync(new TwilioSimulatorOptions
        {
            StatusPace = null,
            RecordedRequests = 0,
            StoredMessages = 1_000,
            MessageReceived = _ => Interlocked.Increment(ref installation.delivered),
        });
        var twilio = TwilioSettings.Connector("twilio-sms", installation.provider.BaseAddress.AbsoluteUri.TrimEnd('/'));
        var connectors = new Dictionary<string, object> { ["twilio"] = twilio };
        for (var number = 0; number < count; number++)
        {
            var folder = new TemporaryFolder();
            installation.folders.Add(folder);
            installation.hosts.Add(await HostUnderLoad.StartAsync(options.Host, settings(folder.Path), connectors));
        }

        foreach (var host in installation.hosts)
        {
            installation.clients.AddRange(await host.ConnectAsync(Connections / count));
        }

        return installation;
    }

    /// <summary>Waits until the simulator has got so many messages.</summary>
    /// <exception cref="TimeoutException">It didn't get them in three minutes.</exception>
    public async Task WaitForAsync(long count)
    {
        var waited = Stopwatch.StartNew();
        while (Delivered < count)
        {
            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"Only {Delivered} of {count} messages were delivered.");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        if (provider is not null)
        {
            await provider.DisposeAsync();
        }

        folders.ForEach(folder => folder.Dispose());
    }
}
