using System.Globalization;
using System.Net.Http.Headers;
using TestServers.Processes;

namespace FaultTests.Hosts;

/// <summary>The real program in a process of its own, on a folder and an address that outlive the process.</summary>
internal sealed class TestedHost : IAsyncDisposable
{
    private readonly ServerFolder folder = ServerFolder.Create("host");
    private readonly ServerCommand command;
    private ServerProcess? process;

    /// <param name="settings">Its settings.</param>
    /// <param name="wrapper">Words before the program's, such as those of another program that starts it.</param>
    public TestedHost(HostSettings settings, params string[] wrapper)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}");
        Write(settings);
        command = new ServerCommand(folder, "host", "KILL", [.. wrapper, .. Program, "serve", $"--urls={address}"]);
        Client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", HostSettings.Key);
    }

    public static IReadOnlyList<string> Program { get; } =
        ["dotnet", Path.Combine(AppContext.BaseDirectory, "connector-host.dll")];

    public HttpClient Client { get; }

    public string Folder => folder.Path;

    /// <summary>Everything it has said over all its starts.</summary>
    public string Output => File.Exists(command.Log) ? File.ReadAllText(command.Log) : "";

    /// <summary>A path as it sees it itself, also where it has mounts of its own.</summary>
    public string PathInside(string path) =>
        string.Create(CultureInfo.InvariantCulture, $"/proc/{process!.Id}/root{path}");

    public void Write(HostSettings settings) =>
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), settings.ToString());

    /// <summary>Starts it, also again, and waits until it is <c>ready</c>, or only <c>live</c>.</summary>
    public async Task StartAsync(string health = "ready")
    {
        if (process is not null)
        {
            process.ThrowIfRunning();
            await process.DisposeAsync();
        }

        process = await ServerProcess.StartAsync(command, token => IsAsync(health, token), CancellationToken.None);
    }

    public async Task<bool> IsAsync(string health, CancellationToken cancellationToken = default)
    {
        try
        {
            using var response = await Client.GetAsync(
                new Uri($"/health/{health}", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Ends it at once, without a chance to write anything.</summary>
    public Task KillAsync() => process!.KillAsync();

    /// <summary>Asks it to end, and waits until it has.</summary>
    public Task StopAsync() => process!.StopAsync("TERM");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        folder.Delete();
    }
}
