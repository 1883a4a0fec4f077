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
        var built = Path.Combine(AppContext.BaseDirectory, "test-plugins", "ChaosConnector", "ChaosConnector.dll");
        File.Copy(built, plugins.At("ChaosConnector.dll"));
        var host = await TestHost.StartAsync(
        [
            $"--ConnectorHost:Plugins:Path={plugins.Path}",
            "--ConnectorHost:Connectors:chaos:Plugin=chaos-connector",
            "--ConnectorHost:Connectors:chaos:Isolation=Process",
            $"--ConnectorHost:Connectors:chaos:Config:fault={fault}",
            .. settings,
        ]);
        return new IsolatedHost(plugins, host);
    }

    public async Task<JsonElement> TestAsync(string connector)
    {
        using var response = await Client.PostJsonAsync(
            $"/api/v1/connectors/{connector}/test", """{"phone":"+14155550123"}""");
        return await response.ReadJsonAsync();
    }

    /// <summary>The process that the connector runs in, from the first test that isn't refused.</summary>
    public async Task<int> ReadProcessIdAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var result = await TestAsync("chaos");
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
