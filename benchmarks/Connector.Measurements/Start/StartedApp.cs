using System.Net;
using System.Net.Sockets;

namespace Connector.Measurements.Start;

/// <summary>A web app that is started again and again.</summary>
internal sealed class StartedApp(
    string name, string assembly, string readyPath, IReadOnlyDictionary<string, string> environment)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public string Name => name;

    /// <returns>From starting the process to the first 200.</returns>
    public async Task<StartTime> MeasureAsync()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var http = new HttpClient();
        var started = TimeProvider.System.GetTimestamp();
        await using var app = ChildProcess.Start(assembly, ["--urls", address], environment);
        app.IgnoreOutput();
        while (!await IsReadyAsync(http, address + readyPath))
        {
            if (app.HasExited || TimeProvider.System.GetElapsedTime(started) > Limit)
            {
                throw new InvalidOperationException($"{name} did not become ready.");
            }

            await Task.Delay(PollInterval, TimeProvider.System);
        }

        return new StartTime(TimeProvider.System.GetElapsedTime(started), app.CpuTime);
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, string address)
    {
        try
        {
            using var response = await http.GetAsync(address);
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
