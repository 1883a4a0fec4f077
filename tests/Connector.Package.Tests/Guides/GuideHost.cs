using System.Globalization;
using TestServers.Processes;

namespace Connector.Package.Tests.Guides;

/// <summary>The host that the guide lets run in a terminal of its own.</summary>
internal sealed class GuideHost : IAsyncDisposable
{
    public const string Key = "authors-guide-key-of-forty-characters-xx";

    private readonly ServerFolder folder = ServerFolder.Create("guide-host");
    private readonly HttpClient client;
    private ServerCommand? command;
    private ServerProcess? process;

    public GuideHost()
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}");
        client = new HttpClient { BaseAddress = new Uri(Address) };
    }

    public string Address { get; }

    /// <summary>Types the commands that start it, and waits until it serves.</summary>
    /// <param name="commands">The last one doesn't end.</param>
    /// <param name="place">Where they are typed.</param>
    /// <param name="variables">Of the terminal.</param>
    public async Task StartAsync(string commands, string place, IReadOnlyDictionary<string, string> variables)
    {
        // Instead of the shell, so that what ends the process ends the host.
        var lines = commands.TrimEnd().Split('\n');
        var script = string.Join('\n', [$"cd '{place}'", .. lines[..^1], $"exec {lines[^1]}"]);
        command = new ServerCommand(folder, "host", "KILL", ["sh", "-e", "-c", script])
        {
            Environment = new Dictionary<string, string>(variables)
            {
                ["ASPNETCORE_URLS"] = Address,
                ["ConnectorHost__Security__BootstrapKey"] = Key,
            },
        };
        process = await ServerProcess.StartAsync(command, IsReadyAsync, CancellationToken.None);
    }

    public async Task RestartAsync()
    {
        await process!.StopAsync("TERM");
        await process.DisposeAsync();
        process = await ServerProcess.StartAsync(command!, IsReadyAsync, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        folder.Delete();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
