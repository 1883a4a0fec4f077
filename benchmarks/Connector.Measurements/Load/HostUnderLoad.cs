using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Connector.Measurements.Start;

namespace Connector.Measurements.Load;

/// <summary>The whole host in a process of its own, with its access over HTTP.</summary>
internal sealed class HostUnderLoad : IAsyncDisposable
{
    public const string Key = "load-program-key-of-thirty-characters";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly ChildProcess process;

    private HostUnderLoad(ChildProcess process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>What it has used of the processor so far.</summary>
    public TimeSpan CpuTime => process.CpuTime;

    /// <summary>What it has in memory.</summary>
    public double Megabytes => process.WorkingSetMegabytes;

    /// <param name="path">The folder of the host's program.</param>
    /// <param name="settings">Storage and delivery.</param>
    /// <param name="connectors">The connectors by name.</param>
    public static async Task<HostUnderLoad> StartAsync(
        string path, LoadSettings settings, IReadOnlyDictionary<string, object> connectors)
    {
        var variables = new Dictionary<string, string> { ["DOTNET_CONTENTROOT"] = settings.Folder };
        var section = JsonSerializer.SerializeToElement(new
        {
            DataPath = settings.Folder,
            Security = new { BootstrapKey = Key },
            Plugins = new { Path = settings.PluginFolder() },
            Storage = settings.Storage(),
            Delivery = settings.Delivery(),
            // The one that comes with the host would get half of the messages.
            Connectors = new Dictionary<string, object>(connectors) { ["sandbox"] = new { Enabled = false } },
        });
        EnvironmentVariables.Add(variables, "ConnectorHost", section);
        var address = $"http://127.0.0.1:{FreePort()}";
        var host = new HostUnderLoad(
            ChildProcess.Start(Path.Combine(path, "connector-host.dll"), ["--urls", address], variables),
            new Uri(address));
        host.process.IgnoreOutput();
        await host.WaitUntilReadyAsync();
        return host;
    }

    public async Task<IReadOnlyList<KeepAliveClient>> ConnectAsync(int connections)
    {
        var clients = new List<KeepAliveClient>();
        while (clients.Count < connections)
        {
            clients.Add(await KeepAliveClient.ConnectAsync(Address));
        }

        return clients;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient();
        var started = TimeProvider.System.GetTimestamp();
        while (!await IsReadyAsync(http))
        {
            if (process.HasExited || TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException("connector-host did not become ready.");
            }

            await Task.Delay(PollInterval, TimeProvider.System);
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(Address, "/health/ready"));
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
