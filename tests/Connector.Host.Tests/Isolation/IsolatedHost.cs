using System.Text.Json;

namespace Connector.Host.Tests.Isolation;

/// <summary>A host with a connector in a process of its own that goes wrong as its configuration says.</summary>
internal sealed class IsolatedHost : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TempFolder folder;

    private IsolatedHost(TempFolder folder, TestHost host)
    {
        this.folder = folder;
        Host = host;
    }

    public TestHost Host { get; }

    public HttpClient Client => Host.Client;

    public static async Task<IsolatedHost> StartAsync(string fault, params string[] settings)
    {
        var plugins = new TempFolder();
        Drop(plugins.Path);
        var host = await TestHost.StartAsync(
        [
            $"--ConnectorHost:Plugins:Path={plugins.Path}",
            .. Connector(fault),
            .. settings,
        ]);
        return new IsolatedHost(plugins, host);
    }

    /// <summary>Puts the plugin into a folder.</summary>
    public static void Drop(string folder)
    {
        Directory.CreateDirectory(folder);
        var built = Path.Combine(AppContext.BaseDirectory, "test-plugins", "ChaosConnector", "ChaosConnector.dll");
        File.Copy(built, Path.Combine(folder, "ChaosConnector.dll"));
    }

    public static string[] Connector(string fault) =>
    [
        "--ConnectorHost:Connectors:chaos:Plugin=chaos-connector",
        "--ConnectorHost:Connectors:chaos:Isolation=Process",
        $"--ConnectorHost:Connectors:chaos:Config:fault={fault}",
    ];

    public Task<JsonElement> TestAsync(string connector) => TestAsync(Client, connector);

    private static async Task<JsonElement> TestAsync(HttpClient client, string connector)
    {
        using var response = await client.PostJsonAsync(
            $"/api/v1/connectors/{connector}/test", """{"phone":"+14155550123"}""");
        return await response.ReadJsonAsync();
    }

    /// <summary>The process that the connector runs in, from the first test that isn't refused.</summary>
    public Task<int> ReadProcessIdAsync() => ReadProcessIdAsync(Client);

    public static async Task<int> ReadProcessIdAsync(HttpClient client)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var result = await TestAsync(client, "chaos");
            if (result.Text("outcome") == "accepted")
            {
                return int.Parse(result.Text("providerMessageId")!, System.Globalization.CultureInfo.InvariantCulture);
            }

            await pace.WaitForNextTickAsync(limit.Token);
        }
    }

    public async Task UntilLoggedAsync(int eventId)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Host.Logs.GetSnapshot().All(entry => entry.Id.Id != eventId))
        {
            await pace.WaitForNextTickAsync(limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        folder.Dispose();
    }
}
